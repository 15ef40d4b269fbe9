import { useEffect, useMemo } from "react";
import type { StagePlan, StageScene } from "../contracts/contracts";
import { StageGround } from "../contracts/ground";
import { step } from "../contracts/movement";
import type { StageWorld } from "../stage/world";
import { OwnActor } from "./ownActor";
import type { StageConnection } from "./stageConnection";

/** The own actor, moved here at once by the plan's ground; null before the plan is there. */
export function useOwnActor(connection: StageConnection, world: StageWorld, plan: StagePlan | null, role: string): OwnActor | null {
  const own = useMemo(() => {
    if (!plan) return null;
    const ground = StageGround.of(plan);
    return new OwnActor((body, wish) => {
      const [scene, nowMs] = [world.scene.get(), world.clock.nowMs()];
      ground.update(scene?.scenery ?? [], nowMs);
      return scene && isInFight(scene, role, nowMs) ? body : step(body, wish, ground);
    });
  }, [plan, world, role]);
  useEffect(() => {
    connection.lead(own);
    return () => connection.lead(null);
  }, [connection, own]);
  return own;
}

/** While a fight is on, the stage moves those in it: nothing is foreseen here. */
function isInFight(scene: StageScene, role: string, nowMs: number): boolean {
  return scene.fights?.some((fight) => fight.roles.includes(role) && nowMs >= fight.startMs && nowMs < fight.endMs) ?? false;
}
