import type { ActorPose } from "../contracts/snapshot";

/** The next one on the stage to look at, from stage right to stage left, then nobody (0). */
export function nextToLookAt(poses: readonly ActorPose[], me: number, now: number, width = Infinity): number {
  const others = poses.filter((pose) => pose.actor !== me && Math.abs(pose.x) <= width / 2).toSorted((a, b) => a.x - b.x || a.actor - b.actor);
  const at = others.findIndex((pose) => pose.actor === now);
  return others[at + 1]?.actor ?? 0;
}
