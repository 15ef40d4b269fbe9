/** A place in metres, as the stage has it: x to stage left, y up, z to the audience. */
export interface Offset {
  x: number;
  y: number;
  z: number;
}

/**
 * Where somebody is heard from, as Web Audio has it (x right, y up, z behind), by a listener who looks in a direction on
 * the stage: in radians, 0 to the audience, π/2 to stage left.
 */
export function heardFrom({ x, y, z }: Offset, heading: number): Offset {
  const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
  return { x: z * sin - x * cos, y, z: -(x * sin + z * cos) };
}

/** Where the house looks: upstage. Who sees the stage from there hears it from there. */
export const upstage = Math.PI;
