import { useEffect, useState } from "react";
import type { StageWorld } from "../../stage/world";

/** Gives a stamped thing from its performance time on, and until then the one before it, so that everybody sees it at the same moment. */
export function useTimely<T>(world: StageWorld, thing: T | null, stampMs: number): T | null {
  const [shown, setShown] = useState<T | null>(thing);
  useEffect(() => {
    const rate = world.scene.get()?.rate ?? 1;
    const waitMs = thing === null ? 0 : (stampMs - world.clock.nowMs()) / Math.max(0.01, rate);
    const timer = setTimeout(() => setShown(thing), Math.min(2000, Math.max(0, waitMs)));
    return () => clearTimeout(timer);
  }, [world, thing, stampMs]);
  return shown;
}
