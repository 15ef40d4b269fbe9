import type { ProductionDocument } from "../production/document";
import type { Spot } from "./blockingEdits";
import type { TrackedStage } from "./tracking";

export interface RoleOnPlan {
  role: string;
  name: string;
  colour: string;
  at: Spot;
  where: string;
}

/** How far apart roles are drawn that stand on one place. */
const apart = 0.5;

/** Every role where the blocking has it; those that are not on wait at their entrance, or behind the stage in a row. */
export function rolesOnPlan(document: ProductionDocument, tracked: TrackedStage): RoleOnPlan[] {
  const { marks, entrances, width, depth } = document.stage;
  const taken = new Map<string, number>();
  let waiting = 0;
  return Object.entries(document.roles).map(([role, { name, colour }]) => {
    const place = tracked.roles.get(role);
    const id = place?.mark ?? place?.entrance ?? null;
    const spot = place?.mark ? marks[place.mark] : place?.entrance ? entrances[place.entrance] : undefined;
    if (!spot || id === null) {
      const at = { x: -width / 2 - 2.1 + Math.floor(waiting / 9) * 0.8, z: -depth / 2 + (waiting % 9) * 0.9 };
      waiting++;
      return { role, name, colour, at, where: "not on yet" };
    }
    const count = taken.get(id) ?? 0;
    taken.set(id, count + 1);
    return { role, name, colour, at: { x: spot.x + count * apart, z: spot.z }, where: place?.mark ? `on ${place.mark}` : `off by ${place?.entrance ?? ""}` };
  });
}
