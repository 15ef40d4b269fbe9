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

export const isDirection = (code: string): boolean => code in directions;

/** Where the keys that are held want to go, as the audience sees it: up is away from it. Null when they cancel out. */
export function wishOf(held: ReadonlySet<string>, runs: boolean): Omit<ActorInput, "ticks"> | null {
  let [x, z] = [0, 0];
  for (const code of held) {
    const [dx, dz] = directions[code] ?? [0, 0];
    x += dx;
    z += dz;
  }
  if (x === 0 && z === 0) return null;
  const length = Math.hypot(x, z);
  return {
    moveX: Math.trunc((x / length) * fullWish),
    moveZ: Math.trunc((z / length) * fullWish),
    facing: facingOf(x, z),
    gait: runs ? Gait.Run : Gait.Walk,
  };
}

/** A direction in 1/256 of a turn: 0 towards the audience, 64 to stage left. */
export const facingOf = (x: number, z: number): number => Math.round((Math.atan2(x, z) / (2 * Math.PI)) * 256) & 255;
