import { MathUtils, type PerspectiveCamera } from "three";
import type { StagePlan } from "../../contracts/contracts";
import { openingOf } from "../view/theatre";
import type { HouseCamera } from "./houseCamera";

const fov = 30;

/** Where to sit: far enough back for the whole arch on a wide screen; on a narrow one nearer, turning to where the play is. */
export function frameStage(camera: PerspectiveCamera, plan: StagePlan, aspect: number, attention: number): void {
  const { width, height } = openingOf(plan);
  const half = Math.tan(MathUtils.degToRad(fov / 2));
  const byHeight = (height * 1.16) / 2 / half;
  const wanted = width * (aspect > 1.2 ? 0.96 : MathUtils.mapLinear(Math.max(0.45, aspect), 0.45, 1.2, 0.48, 1));
  const byWidth = wanted / 2 / half / aspect;
  const distance = Math.max(aspect > 1.2 ? byHeight : 0, byWidth);
  const roam = Math.max(0, (width - wanted) / 2);
  const x = MathUtils.clamp(attention, -roam, roam);
  const front = plan.depth / 2 + 0.9;
  camera.fov = fov;
  camera.aspect = aspect;
  camera.near = 0.5;
  camera.far = 120;
  camera.position.set(x * 0.9, height * 0.56, front + distance);
  camera.lookAt(x, height * (aspect > 1.2 ? 0.4 : 0.36), 0);
  camera.updateProjectionMatrix();
}

/** The picture that the director of a broadcast would choose: all of the stage, and on a narrow screen where the play is. */
export const directorCamera: HouseCamera = {
  aim: (camera, { plan, aspect, attention }) => frameStage(camera, plan, aspect, attention),
};
