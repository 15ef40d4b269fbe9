import { progressAt } from "../stage/transition";
import type { SceneryMove, SetPiece, StagePlan } from "./contracts";
import { Obstacle, single, skin } from "./obstacle";

/** Where an actor can go, in metres. */
export interface StageBounds {
  minX: number;
  maxX: number;
  minZ: number;
  maxZ: number;
}

/** Where feet are, in metres. */
export interface Feet {
  x: number;
  y: number;
  z: number;
}

const bodyHeight = 1.75;
/** What is no higher is climbed: 0.3 m, and a little for the rounding of poses. */
const stepHeight = 0.3125;
const mostPushes = 4;
const solid = 0.5;
const wing = 3;
const clearance = 0.5;
const farthest = 120;

/** The stage, its wings and every entrance: StageBounds in the C# contracts. */
export function boundsOf(plan: Pick<StagePlan, "width" | "depth" | "entrances" | "marks">): StageBounds {
  const places = [...plan.entrances, ...plan.marks].map((place) => ({ x: single(place.x), z: single(place.z) }));
  const [side, front] = [single(plan.width) * 0.5 + wing, single(plan.depth) * 0.5];
  return {
    minX: Math.max(-farthest, Math.min(-side, ...places.map((place) => place.x - clearance))),
    maxX: Math.min(farthest, Math.max(side, ...places.map((place) => place.x + clearance))),
    minZ: Math.max(-farthest, Math.min(-front - wing, ...places.map((place) => place.z - clearance))),
    maxZ: Math.min(farthest, Math.max(front, ...places.map((place) => place.z + clearance))),
  };
}

/** What actors walk on and against: the same steps, in the same order, as StageGround in the C# contracts. */
export class StageGround {
  private readonly obstacles: { id: string | null; shape: Obstacle; isIn: boolean }[];

  constructor(
    readonly bounds: StageBounds,
    pieces: readonly SetPiece[],
  ) {
    this.obstacles = pieces.map((piece) => ({ id: piece.outOffset === null ? null : piece.id, shape: new Obstacle(piece), isIn: true }));
  }

  static of(plan: StagePlan): StageGround {
    return new StageGround(boundsOf(plan), plan.pieces);
  }

  /** Takes pieces in and out, as a scene has them at a performance time. */
  update(scenery: readonly SceneryMove[], timeMs: number): void {
    for (const obstacle of this.obstacles) {
      const move = obstacle.id === null ? undefined : scenery.find((one) => one.piece === obstacle.id);
      if (move) obstacle.isIn = move.from + (move.to - move.from) * progressAt(move.move, timeMs) >= solid;
    }
  }

  /** The highest surface at a place that feet at a height can be on: 0 is the floor. */
  heightAt(x: number, z: number, feet: number): number {
    let height = 0;
    for (const { shape, isIn } of this.obstacles) {
      if (!isIn) continue;
      const place = shape.toLocal(x, z);
      if (!shape.holds(place, 0)) continue;
      const surface = shape.surfaceAt(place);
      if (surface <= feet + stepHeight && surface > height) height = surface;
    }
    return height;
  }

  /** Where feet come to on their way to a place, as far as they get in this step. */
  move(feet: Feet, toX: number, toZ: number): Feet {
    for (let pushes = 0; pushes <= mostPushes; pushes++) {
      toX = clamp(toX, this.bounds.minX, this.bounds.maxX);
      toZ = clamp(toZ, this.bounds.minZ, this.bounds.maxZ);
      const y = this.heightAt(toX, toZ, feet.y);
      const hit = this.hit(feet, toX, toZ, y);
      if (!hit) return { x: toX, y, z: toZ };
      const out = hit.pushOut(feet.x, feet.z, toX, toZ);
      if (!out) break;
      [toX, toZ] = out;
    }
    return this.settle(feet);
  }

  /** The feet of who stands still, on what is there. */
  settle({ x, y, z }: Feet): Feet {
    return { x, y: this.heightAt(x, z, y), z };
  }

  private hit(feet: Feet, x: number, z: number, height: number): Obstacle | null {
    const head = (height > feet.y ? height : feet.y) + bodyHeight;
    const found = this.obstacles.find(
      ({ shape, isIn }) => isIn && stops(shape, x, z, feet.y, head, 0) && !stops(shape, feet.x, feet.z, feet.y, feet.y + bodyHeight, skin),
    );
    return found?.shape ?? null;
  }
}

function stops(shape: Obstacle, x: number, z: number, feet: number, head: number, depth: number): boolean {
  const place = shape.toLocal(x, z);
  return shape.foot < head && shape.holds(place, depth) && shape.surfaceAt(place) > feet + stepHeight;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}
