import { BoxGeometry, CapsuleGeometry, Color, Group, InstancedMesh, Matrix4, MeshBasicMaterial } from "three";
import type { StagePlan } from "../../contracts/contracts";
import { isTaken, seatRows, seatsInRow } from "../houseSide";

const seatMetres = 0.62;
const rowMetres = 0.95;
const riseMetres = 0.16;
const clothes = [0x4a3b52, 0x2f3d4c, 0x5a3f35, 0x3c4a3a, 0x514a33, 0x3b2d3a, 0x5b5148];

/** Where a seat's middle is, in metres; numbers run from stage right, and rows rise towards the back. */
export function placeOf(plan: StagePlan, row: number, number: number): { x: number; y: number; z: number } {
  const aisle = number > seatsInRow / 2 ? 0.6 : -0.6;
  return {
    x: (number - (seatsInRow + 1) / 2) * seatMetres + aisle,
    y: -0.9 + (row - 1) * riseMetres,
    z: plan.depth / 2 + 3.4 + (row - 1) * rowMetres,
  };
}

/** The house as it is seen from the stage: its seats, and somebody in each that is taken. Two draws, however full it is. */
export class HouseRows {
  readonly root = new Group();
  private readonly people: InstancedMesh;
  private readonly heads: InstancedMesh;
  private shown: Uint8Array | null = null;

  constructor(private readonly plan: StagePlan) {
    const chairs = new InstancedMesh(new BoxGeometry(0.5, 0.75, 0.1).translate(0, 0.38, 0.22), new MeshBasicMaterial({ color: 0x2a0f10 }), seatRows * seatsInRow);
    const body = new CapsuleGeometry(0.17, 0.34, 3, 8).translate(0, 0.62, 0);
    this.people = new InstancedMesh(body, new MeshBasicMaterial(), seatRows * seatsInRow);
    this.heads = new InstancedMesh(new CapsuleGeometry(0.1, 0.06, 3, 8).translate(0, 1.12, 0), new MeshBasicMaterial(), seatRows * seatsInRow);
    // Heads and bodies sit in the same seats: they share their places.
    this.heads.instanceMatrix = this.people.instanceMatrix;
    const [place, colour] = [new Matrix4(), new Color()];
    let index = 0;
    for (let row = 1; row <= seatRows; row++) {
      for (let number = 1; number <= seatsInRow; number++, index++) {
        const { x, y, z } = placeOf(plan, row, number);
        chairs.setMatrixAt(index, place.makeTranslation(x, y, z));
        this.people.setColorAt(index, colour.set(clothes[(row * 31 + number * 17) % clothes.length]!));
        this.heads.setColorAt(index, colour.setHSL(0.06, 0.35, 0.16 + (((row * 13 + number * 29) % 10) / 10) * 0.3));
      }
    }
    this.people.count = this.heads.count = 0;
    // They are all before the camera or none is.
    for (const mesh of [chairs, this.people, this.heads]) mesh.frustumCulled = false;
    this.root.add(chairs, this.people, this.heads);
    this.root.visible = false;
  }

  /** @param isSeen False for who sits in the house themselves. */
  show(seats: Uint8Array, isSeen: boolean): void {
    this.root.visible = isSeen;
    if (!isSeen || seats === this.shown) return;
    this.shown = seats;
    const place = new Matrix4();
    let count = 0;
    for (let row = 1; row <= seatRows; row++) {
      for (let number = 1; number <= seatsInRow; number++) {
        if (!isTaken(seats, row, number)) continue;
        const { x, y, z } = placeOf(this.plan, row, number);
        this.people.setMatrixAt(count++, place.makeTranslation(x, y, z));
      }
    }
    this.people.count = this.heads.count = count;
    this.people.instanceMatrix.needsUpdate = true;
  }

  /** How many people are drawn. */
  get count(): number {
    return this.root.visible ? this.people.count : 0;
  }
}
