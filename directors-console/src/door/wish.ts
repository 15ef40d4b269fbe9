import { Gait, type ActorInput } from "../contracts/contracts";

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  KeyA: [-1, 0],
  KeyD: [1, 0],
  KeyW: [0, -1],
  KeyS: [0, 1],
};

const fullWish = 127;

/** Where somebody wants to go: to the right and down as they see it, together 1 at most. */
export interface Direction {
  x: number;
  z: number;
}

export const isDirection = (code: string): boolean => code in directions;

/** Where the keys that are held want to go; null when they cancel out. */
export function directionOf(held: ReadonlySet<string>): Direction | null {
  let [x, z] = [0, 0];
  for (const code of held) {
    const [dx, dz] = directions[code] ?? [0, 0];
    x += dx;
    z += dz;
  }
  if (x === 0 && z === 0) return null;
  const length = Math.hypot(x, z);
  return { x: x / length, z: z / length };
}

/**
 * A wish to go in a direction. As the house sees it, up is upstage; for who looks in a direction of their own (radians: 0
 * towards the audience, π/2 to stage left) up is ahead.
 */
export function wishTo(direction: Direction, heading: number | null, runs: boolean): Omit<ActorInput, "ticks"> {
  const { x, z } = heading === null ? direction : ahead(direction, heading);
  return { moveX: whole(x * fullWish), moveZ: whole(z * fullWish), facing: facingOf(x, z), gait: runs ? Gait.Run : Gait.Walk };
}

/** A direction in 1/256 of a turn: 0 towards the audience, 64 to stage left. */
export const facingOf = (x: number, z: number): number => turnOf(Math.atan2(x, z));

/** Radians as 1/256 of a turn. */
export const turnOf = (radians: number): number => Math.round((radians / (2 * Math.PI)) * 256) & 255;

/** Towards 0, and never -0. */
const whole = (value: number): number => value | 0;

function ahead({ x, z }: Direction, heading: number): Direction {
  const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
  return { x: -z * sin - x * cos, z: -z * cos + x * sin };
}
