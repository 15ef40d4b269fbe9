import type { ProductionDocument } from "../production/document";
import type { Spot } from "./blockingEdits";
import { waitingSpot } from "./geometry";
import type { TrackedStage } from "./tracking";

export interface RoleOnPlan {
  role: string;
  name: string;
  colour: string;
  at: Spot;
  where: string;
  isWaiting: boolean;
}

/** How far apart roles are drawn that stand on one place. */
const apart = 0.5;

/** Every role where the blocking has it; those that are not on wait at their entrance, or in a column beside the plan. */
export function rolesOnPlan(document: ProductionDocument, tracked: TrackedStage): RoleOnPlan[] {
  const { marks, entrances, width, depth } = document.stage;
  const taken = new Map<string, number>();
  let waiting = 0;
  return Object.entries(document.roles).map(([role, { name, colour }]) => {
    const place = tracked.roles.get(role);
    const id = place?.mark ?? place?.entrance ?? null;
    const spot = place?.mark ? marks[place.mark] : place?.entrance ? entrances[place.entrance] : undefined;
    if (!spot || id === null) {
      return { role, name, colour, at: waitingSpot(width, depth, waiting++), where: "not on yet", isWaiting: true };
    }
    const count = taken.get(id) ?? 0;
    taken.set(id, count + 1);
    return { role, name, colour, at: { x: spot.x + count * apart, z: spot.z }, where: place?.mark ? `on ${place.mark}` : `off by ${place?.entrance ?? ""}`, isWaiting: false };
  });
}
