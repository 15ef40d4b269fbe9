import type { Spot } from "./blockingEdits";

/** Metres beside the stage that the plan shows: the wings. */
const wings = 2.6;
/** Metres before and behind the stage that the plan shows. */
const margin = 1.1;
/** Metres that a column of roles takes that are not on yet. */
const columnWidth = 2.8;
/** Metres from one role of a column to the next, and how many a column has. */
const pitch = 0.72;

/** The plan's box in metres: stage left is at the right and the audience below, as it is seen from the house. Roles that are not on yet stand in columns beside it. */
export function viewBox(width: number, depth: number, waiting: number): string {
  const aside = Math.ceil(waiting / perColumn(depth)) * columnWidth;
  return `${-width / 2 - wings - aside} ${-depth / 2 - margin} ${width + 2 * wings + aside} ${depth + 2 * margin}`;
}

const perColumn = (depth: number): number => Math.max(1, Math.floor((depth + 2 * margin - 0.4) / pitch));

/** Where the given role of those that are not on yet stands. */
export function waitingSpot(width: number, depth: number, at: number): Spot {
  const column = Math.floor(at / perColumn(depth));
  return { x: -width / 2 - wings - column * columnWidth - columnWidth + 0.4, z: -depth / 2 - margin + 0.5 + (at % perColumn(depth)) * pitch };
}

/** Where on the stage a pointer is; null where the drawing is not laid out. */
export function spotOf(svg: SVGSVGElement, { clientX, clientY }: { clientX: number; clientY: number }): Spot | null {
  const matrix = svg.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, z: y };
}

/** The direction that a facing looks to on the plan, in degrees for SVG: 0 faces the audience, 90 stage left. */
export const turnOf = (facing: number): number => -facing;
