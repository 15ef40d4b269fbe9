import { MathUtils, type PerspectiveCamera } from "three";
import type { StagePlan } from "../../contracts/contracts";
import { seatsInRow } from "../houseSide";
import { openingOf } from "../view/theatre";
import type { HouseCamera, Sight } from "./houseCamera";

/** A place in the house. Row 1 is the nearest; seat 1 is the one on the left, as the audience sees the stage. */
export interface HouseSeat {
  row: number;
  seat: number;
}

/** The first row's distance from the stage's edge; from row to row back and up; from seat to seat. Metres. */
const [firstMetres, rowMetres, stepMetres, seatMetres] = [2.4, 0.95, 0.17, 0.55];
/** Eyes of somebody who sits in the first row, from the stage's floor, which is 0.9 m above the pit's. */
const eyesMetres = 0.3;
const fov = { least: 26, most: 62 };

/** How much wider the house is than the arch, a side, for each metre away from it: from no seat the wall hides the play. */
const fanShare = 0.45;

/** Where somebody's eyes are who sits there: metres, as all places of a stage. */
export function eyesIn({ row, seat }: HouseSeat, plan: StagePlan): { x: number; y: number; z: number } {
  const z = plan.depth / 2 + 0.9 + firstMetres + (row - 1) * rowMetres;
  const widest = ((seatsInRow - 1) / 2) * seatMetres;
  const fan = Math.min(1, (openingOf(plan).width / 2 + (z - plan.depth / 2 - 0.9) * fanShare) / widest);
  return { x: (seat - (seatsInRow + 1) / 2) * seatMetres * fan, y: eyesMetres + (row - 1) * stepMetres, z };
}

/** Sees the stage as somebody in a seat does, who turns their head a little to where the play is. */
export class SeatCamera implements HouseCamera {
  constructor(private readonly place: HouseSeat) {}

  aim(camera: PerspectiveCamera, { plan, aspect, attention, calm }: Sight): void {
    const eyes = eyesIn(this.place, plan);
    const opening = openingOf(plan);
    const away = Math.hypot(eyes.x, eyes.z - plan.depth / 2);
    const high = Math.atan((opening.height * 0.58) / away);
    const wide = Math.atan(Math.tan(Math.atan((opening.width * 0.52) / away)) / aspect);
    camera.fov = MathUtils.clamp(MathUtils.radToDeg(Math.max(high, wide) * 2), fov.least, fov.most);
    camera.aspect = aspect;
    camera.near = 0.3;
    camera.far = 120;
    camera.position.set(eyes.x, eyes.y, eyes.z);
    // Where not the whole stage is to be seen at once one turns to the play; else a little, as everybody does.
    const turns = MathUtils.radToDeg(wide * 2) > fov.most ? 0.9 : calm ? 0 : 0.2;
    camera.lookAt(attention * turns, opening.height * 0.36, -plan.depth * 0.12);
    camera.updateProjectionMatrix();
  }
}
