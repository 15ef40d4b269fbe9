import type { Spot } from "./blockingEdits";

/** Metres beside the stage that the plan shows: the wings. */
export const wings = 2.6;
/** Metres before and behind the stage that the plan shows. */
export const margin = 1.2;

/** The plan's box in metres: stage left is at the right and the audience below, as it is seen from the house. */
export const viewBox = (width: number, depth: number): string => `${-width / 2 - wings} ${-depth / 2 - margin} ${width + 2 * wings} ${depth + 2 * margin}`;

/** Where on the stage a pointer is; null where the drawing is not laid out. */
export function spotOf(svg: SVGSVGElement, { clientX, clientY }: { clientX: number; clientY: number }): Spot | null {
  const matrix = svg.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, z: y };
}

/** The direction that a facing looks to on the plan, in degrees for SVG: 0 faces the audience, 90 stage left. */
export const turnOf = (facing: number): number => -facing;
