import { useEffect, useState } from "react";
import type { CaptionTrack } from "../../contracts/contracts";
import type { StageWorld } from "../../stage/world";
import { Describer } from "./Describer";
import type { Said } from "./words";

const turnMs = 200;
/** As long as it takes to read, however short it is. */
const leastMs = 6000;
const letterMs = 80;

/** What is described at this moment; null for nothing. */
export function useDescription(world: StageWorld, track: CaptionTrack | null, isWanted: boolean): Said | null {
  const [shown, setShown] = useState<Said | null>(null);
  useEffect(() => {
    if (!isWanted || !track) return;
    const describer = new Describer();
    let untilMs = 0;
    const turn = () => {
      const due = describer.due(track.descriptions, world.scene.get()?.surtitle ?? null, world.clock.nowMs());
      const now = performance.now();
      if (due.length > 0) {
        const text = due.map((one) => one.text).join(" ");
        untilMs = now + Math.max(leastMs, text.length * letterMs);
        setShown({ text, language: due.at(-1)!.language });
      } else if (now > untilMs) setShown(null);
    };
    const timer = setInterval(turn, turnMs);
    return () => clearInterval(timer);
  }, [world, track, isWanted]);
  return isWanted && track ? shown : null;
}
