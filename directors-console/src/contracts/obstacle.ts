import { PieceShape, type SetPiece } from "./contracts";

/** Half of a body's breadth, in metres. */
const bodyRadius = 0.25;
/** Whoever is less deep in a piece stands before it: poses round. */
export const skin = 0.03125;
/** Who is stopped stands so far from what stops. */
const gap = 1 / 1024;
const treadHeight = 0.19;
const radiansInDegree = Math.PI / 180;
/** Nobody stands on a cone's tip. */
const sky = 1000;

/** A plan is in single precision; JSON tells its numbers in fewer digits than a double has. */
export const single = Math.fround;

type Place = readonly [number, number];

/** A set piece as something to stand on or to walk against: the same steps as Obstacle in the C# contracts. */
export class Obstacle {
  readonly foot: number;
  private readonly x: number;
  private readonly z: number;
  private readonly cos: number;
  private readonly sin: number;
  private readonly halfX: number;
  private readonly halfZ: number;
  private readonly top: number;
  private readonly rise: number;
  private readonly firstTread: number;
  private readonly isRound: boolean;

  constructor({ shape, position, size: wide, rotationDegrees }: SetPiece) {
    const size = { x: single(wide.x), y: single(wide.y), z: single(wide.z) };
    [this.x, this.z, this.foot] = [single(position.x), single(position.z), single(position.y)];
    [this.halfX, this.halfZ] = [size.x * 0.5, size.z * 0.5];
    this.isRound = (shape === PieceShape.Cylinder || shape === PieceShape.Cone) && size.x === size.z;
    this.top = shape === PieceShape.Cone ? sky : this.foot + size.y;
    this.rise = shape === PieceShape.Stairs ? size.y : 0;
    this.firstTread = 0.5 / Math.max(2, Math.floor(size.y / treadHeight + 0.5));
    [this.cos, this.sin] = turn(single(rotationDegrees));
  }

  /** A place as the piece has it: from its middle, along its own width and depth. */
  toLocal(x: number, z: number): Place {
    const dx = x - this.x;
    const dz = z - this.z;
    return [dx * this.cos - dz * this.sin, dx * this.sin + dz * this.cos];
  }

  /** True for a place of its own that is farther inside than a depth. */
  holds([along, deep]: Place, depth: number): boolean {
    const radius = bodyRadius - depth;
    if (this.isRound) {
      const reach = this.halfX + radius;
      return along * along + deep * deep < reach * reach;
    }
    return Math.abs(along) < this.halfX + radius && Math.abs(deep) < this.halfZ + radius;
  }

  /** How high its surface is at a place of its own. */
  surfaceAt([, deep]: Place): number {
    if (this.rise === 0) return this.top;
    const share = (this.halfZ - deep) / (this.halfZ + this.halfZ) + this.firstTread;
    return this.foot + this.rise * (share < 0 ? 0 : share > 1 ? 1 : share);
  }

  /** A place inside, moved out by the side from which somebody comes; null when they come from no side. */
  pushOut(fromX: number, fromZ: number, x: number, z: number): Place | null {
    const [along, deep] = this.toLocal(x, z);
    const before = this.toLocal(fromX, fromZ);
    if (!this.isRound) return this.pushOutOfBox(before, along, deep);
    const distance = Math.sqrt(along * along + deep * deep);
    if (distance === 0 || this.holds(before, skin)) return null;
    const share = (this.halfX + bodyRadius + gap) / distance;
    return this.toWorld(along * share, deep * share);
  }

  private pushOutOfBox([before, beforeDeep]: Place, along: number, deep: number): Place | null {
    const reach = this.halfX + bodyRadius;
    const reachDeep = this.halfZ + bodyRadius;
    const isBeside = Math.abs(before) >= reach - skin;
    const isBefore = Math.abs(beforeDeep) >= reachDeep - skin;
    if (!isBeside && !isBefore) return null;
    if (isBeside && (!isBefore || reach - Math.abs(along) < reachDeep - Math.abs(deep))) {
      return this.toWorld(before < 0 ? -reach - gap : reach + gap, deep);
    }
    return this.toWorld(along, beforeDeep < 0 ? -reachDeep - gap : reachDeep + gap);
  }

  private toWorld(along: number, deep: number): Place {
    return [this.x + (along * this.cos + deep * this.sin), this.z + (deep * this.cos - along * this.sin)];
  }
}

/** Cosine and sine from + - * / alone: the libraries of two languages need not agree in the last bit. */
function turn(degrees: number): Place {
  const turned = degrees - 360 * Math.floor(degrees / 360);
  const quarter = Math.floor(turned / 90 + 0.5);
  const rest = (turned - 90 * quarter) * radiansInDegree;
  const square = rest * rest;
  const s = rest * (1 - (square / 6) * (1 - (square / 20) * (1 - (square / 42) * (1 - (square / 72) * (1 - square / 110)))));
  const c = 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - (square / 56) * (1 - square / 90))));
  switch (quarter) {
    case 1:
      return [-s, c];
    case 2:
      return [-c, -s];
    case 3:
      return [s, -c];
    default:
      return [c, s];
  }
}
