import { useEffect, useState } from "react";
import type { StageWorld } from "../../stage/world";

/** Gives a stamped thing from its performance time on, and until then the one before it, so that everybody sees it at the same moment. */
export function useTimely<T>(world: StageWorld, thing: T | null, stampMs: number): T | null {
  const [shown, setShown] = useState<T | null>(thing);
  useEffect(() => {
    const rate = world.scene.get()?.rate ?? 1;
    return world.clock.when(thing === null ? world.clock.nowMs() : stampMs, rate, () => setShown(thing));
  }, [world, thing, stampMs]);
  return shown;
}
