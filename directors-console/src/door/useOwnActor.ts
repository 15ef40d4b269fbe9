import { useEffect, useMemo } from "react";
import type { StagePlan } from "../contracts/contracts";
import { StageGround } from "../contracts/ground";
import { step } from "../contracts/movement";
import type { StageWorld } from "../stage/world";
import { OwnActor } from "./ownActor";
import type { StageConnection } from "./stageConnection";

/** The own actor, moved here at once by the plan's ground; null before the plan is there. */
export function useOwnActor(connection: StageConnection, world: StageWorld, plan: StagePlan | null): OwnActor | null {
  const own = useMemo(() => {
    if (!plan) return null;
    const ground = StageGround.of(plan);
    return new OwnActor((body, wish) => {
      ground.update(world.scene.get()?.scenery ?? [], world.clock.nowMs());
      return step(body, wish, ground);
    });
  }, [plan, world]);
  useEffect(() => {
    connection.lead(own);
    return () => connection.lead(null);
  }, [connection, own]);
  return own;
}
