import { Gait, type ActorInput } from "./contracts";
import type { StageGround } from "./ground";

/** An actor as movement knows it: finer than a pose. Metres; facing in 1/256 of a turn. */
export interface ActorBody {
  x: number;
  y: number;
  z: number;
  facing: number;
  gait: Gait;
}

const ticksPerSecond = 30;
const metresPerSecond: Record<Gait, number> = { [Gait.Stand]: 0, [Gait.Walk]: 1.4, [Gait.Run]: 3.5 };
const fullWish = 127;

/** Moves an actor by one tick of a wish: the same steps, in the same order, as Movement in the C# contracts. */
export function step(body: ActorBody, wish: ActorInput, ground: StageGround): ActorBody {
  const length = Math.sqrt(wish.moveX * wish.moveX + wish.moveZ * wish.moveZ);
  const gait = length > 0 ? wish.gait : Gait.Stand;
  if (gait === Gait.Stand) return { ...ground.settle(body), facing: wish.facing, gait };
  const metres = metresPerSecond[gait] / ticksPerSecond / (length > fullWish ? length : fullWish);
  return { ...ground.move(body, body.x + wish.moveX * metres, body.z + wish.moveZ * metres), facing: wish.facing, gait };
}
