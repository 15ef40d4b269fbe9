import { useStore } from "../shared/store";
import { useTick } from "../shared/useTick";
import { clockText } from "../shared/words";
import type { StageWorld } from "../stage/world";

/** How long the interval still lasts: seconds to be seen, and words once a minute for who hears them. */
export function IntervalClock({ world }: { world: StageWorld }) {
  const scene = useStore(world.scene);
  useTick(500);
  if (!scene || scene.showEndsMs === null) return null;
  const leftMs = (scene.showEndsMs - world.clock.nowMs()) / Math.max(0.01, scene.rate);
  return (
    <>
      {leftMs > 0 && (
        <span className="interval-clock" aria-hidden="true">
          {" "}
          {clockText(Math.ceil(leftMs / 1000) * 1000)}
        </span>
      )}
      <span className="visually-hidden">{minutesInWords(leftMs)}</span>
    </>
  );
}

export function minutesInWords(leftMs: number): string {
  if (leftMs <= 0) return ". It goes on in a moment.";
  const minutes = Math.ceil(leftMs / 60_000);
  return minutes === 1 ? ". Less than a minute is left." : `. Less than ${minutes} minutes are left.`;
}
