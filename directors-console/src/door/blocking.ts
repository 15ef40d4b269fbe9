import { Emote, Gait, type BlockingCall, type StagePlan } from "../contracts/contracts";
import { emoteName } from "../shared/words";
import { placeInWords } from "../stage/placeInWords";
import type { Spot } from "../stage/view/ring";

/** Where a blocking call sends an actor; null when they are to stay. */
export const spotOf = (call: BlockingCall | null): Spot | null => (call && call.x !== null && call.z !== null ? { x: call.x, z: call.z } : null);

/** A blocking call as the prompt corner would say it. */
export function blockingInWords(call: BlockingCall, plan: StagePlan): string {
  const name = plan.roles.find((role) => role.id === call.role)?.name ?? call.role;
  const spot = spotOf(call);
  const emote = call.emote === Emote.None ? null : emoteName[call.emote].toLowerCase();
  if (!spot) return `${name}: ${emote ?? "stand"}, where you are.`;
  const pace = call.gait === Gait.Run ? "run" : call.speed === null ? "go" : "go slowly";
  return `${name}: ${pace} to the ring, ${placeInWords(spot, plan)}${emote ? `, then ${emote}` : ""}.`;
}
