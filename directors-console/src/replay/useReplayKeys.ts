import { useEffect } from "react";
import { speeds, type Replay } from "./Replay";

const stepMs = 5000;
const leapMs = 30_000;

/** Keys where nothing else takes them: space, arrows, Home and End, and the signs for slower and faster. */
export function useReplayKeys(replay: Replay): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const taken = event.target instanceof Element && event.target.closest("button, input, select, textarea, a, [role='dialog']");
      if (taken || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act(replay, event.shiftKey);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [replay]);
}

const step = (replay: Replay, ms: number) => replay.seek(replay.timeMs + ms * Math.max(0.01, replay.contents.rate));

export function toggle(replay: Replay): void {
  const status = replay.status.get();
  if (status === "playing") replay.pause();
  else replay.play();
}

/** The next speed up (1) or down (-1), as far as there is one. */
export function changeSpeed(replay: Replay, by: 1 | -1): void {
  const at = speeds.findIndex((speed) => speed === replay.speed.get());
  const next = speeds[at + by];
  if (next !== undefined) replay.setSpeed(next);
}

const keys: Record<string, (replay: Replay, isShifted: boolean) => void> = {
  " ": toggle,
  k: toggle,
  ArrowLeft: (replay, isShifted) => step(replay, isShifted ? -leapMs : -stepMs),
  ArrowRight: (replay, isShifted) => step(replay, isShifted ? leapMs : stepMs),
  Home: (replay) => replay.seek(replay.contents.fromMs),
  End: (replay) => replay.seek(replay.contents.untilMs),
  "<": (replay) => changeSpeed(replay, -1),
  ">": (replay) => changeSpeed(replay, 1),
};
