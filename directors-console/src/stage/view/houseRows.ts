import { BoxGeometry, CapsuleGeometry, Color, Group, InstancedMesh, Matrix4, MeshBasicMaterial } from "three";
import type { StagePlan } from "../../contracts/contracts";
import { eyesIn } from "../camera/seatCamera";
import { isTaken, seatRows, seatsInRow } from "../houseSide";

/** From where somebody sits to their eyes. */
const eyesMetres = 1.15;
const clothes = [0x4a3b52, 0x2f3d4c, 0x5a3f35, 0x3c4a3a, 0x514a33, 0x3b2d3a, 0x5b5148];

/** Where the feet of somebody are who sits there: metres, as all places of a stage. */
export function placeOf(plan: StagePlan, row: number, number: number): { x: number; y: number; z: number } {
  const eyes = eyesIn({ row, seat: number }, plan);
  return { ...eyes, y: eyes.y - eyesMetres };
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
