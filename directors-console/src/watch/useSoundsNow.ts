import { useEffect, useState } from "react";
import type { SoundStart, StagePlan } from "../contracts/contracts";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";

/** Long enough to be read, however short the sound is. */
const leastMs = 4000;
const mostMs = 12_000;

export function soundsAt(sounds: readonly SoundStart[], timeMs: number, rate: number): string[] {
  return sounds
    .filter((sound) => timeMs >= sound.startMs && timeMs < sound.startMs + Math.min(mostMs * rate, Math.max(leastMs * rate, sound.durationMs)))
    .map((sound) => sound.sound);
}

/** What can be heard at this moment, in words. */
export function useSoundsNow(world: StageWorld, plan: StagePlan | null): string[] {
  const scene = useStore(world.scene);
  const [playing, setPlaying] = useState("");
  useEffect(() => {
    const look = () => setPlaying(scene ? soundsAt(scene.sounds, world.clock.nowMs(), scene.rate).join("\n") : "");
    const timer = setInterval(look, 200);
    return () => clearInterval(timer);
  }, [scene, world]);
  return playing === "" ? [] : playing.split("\n").map((id) => plan?.sounds.find((sound) => sound.id === id)?.description ?? id);
}
