/** A picture seen from farther aside than this is a line. Radians. */
const mostAside = 0.6;

/** Where a flat picture turns about the upright axis: along its facing, but so far towards who looks that they see it. Radians. */
export function turnedTo(facing: number, toEye: number): number {
  const aside = Math.atan2(Math.sin(facing - toEye), Math.cos(facing - toEye));
  return toEye + Math.max(-mostAside, Math.min(mostAside, aside));
}
