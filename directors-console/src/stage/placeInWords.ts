import type { StagePlan } from "../contracts/contracts";

/** A place as theatre people say it: "downstage left", "centre stage", "in the wings, stage right". */
export function placeInWords({ x, z }: { x: number; z: number }, plan: Pick<StagePlan, "width" | "depth">): string {
  const side = x > 0 ? "left" : "right";
  if (Math.abs(x) > plan.width / 2) return `in the wings, stage ${side}`;
  const aside = Math.abs(x) > plan.width / 6;
  if (z > plan.depth / 6) return aside ? `downstage ${side}` : "downstage centre";
  if (z < -plan.depth / 6) return aside ? `upstage ${side}` : "upstage centre";
  return aside ? `stage ${side}` : "centre stage";
}
