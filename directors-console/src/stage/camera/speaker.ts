import type { StagePlan, Surtitle } from "../../contracts/contracts";
import type { ActorPose } from "../../contracts/snapshot";
import type { SpeakerPlace } from "./houseCamera";

/** Who speaks, where they can be seen: an actor whose mouth moves, or the performer whose line it is. */
export function speakerOf(
  poses: readonly ActorPose[],
  performers: readonly { role: string; x: number; z: number }[],
  surtitle: Surtitle | null,
  plan: Pick<StagePlan, "roles" | "width">,
): SpeakerPlace | null {
  const pose = poses.find((one) => one.speaking && Math.abs(one.x) < plan.width / 2);
  if (pose) return { id: `actor ${pose.actor}`, x: pose.x, y: pose.y, z: pose.z, facing: pose.facing };
  const role = surtitle && plan.roles.find((one) => one.name === surtitle.speaker)?.id;
  const performer = performers.find((one) => one.role === role);
  return performer ? { id: `performer ${performer.role}`, x: performer.x, y: 0, z: performer.z, facing: 0 } : null;
}
