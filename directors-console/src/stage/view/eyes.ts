import type { PerspectiveCamera } from "three";
import type { ActorPose } from "../../contracts/snapshot";

/** From where somebody on the stage sees it: as the house does, from behind themselves, or by their own eyes. */
export type Seat = "house" | "behind" | "eyes";

const eyesMetres = 1.62;
const behind = { back: 3.4, up: 2.1, ahead: 2.5 };
const fov = { behind: 52, eyes: 68 } as const;

/** Sets a camera to an actor who looks in a direction (radians: 0 towards the audience, π/2 to stage left). */
export function frameActor(camera: PerspectiveCamera, seat: "behind" | "eyes", pose: ActorPose, heading: number, aspect: number): void {
  const [x, z] = [Math.sin(heading), Math.cos(heading)];
  camera.fov = aspect < 1 ? fov[seat] * 1.25 : fov[seat];
  camera.aspect = aspect;
  camera.near = 0.1;
  camera.far = 120;
  if (seat === "eyes") {
    camera.position.set(pose.x, pose.y + eyesMetres, pose.z);
    camera.lookAt(pose.x + x, pose.y + eyesMetres - 0.04, pose.z + z);
  } else {
    camera.position.set(pose.x - x * behind.back, pose.y + behind.up, pose.z - z * behind.back);
    camera.lookAt(pose.x + x * behind.ahead, pose.y + 1.1, pose.z + z * behind.ahead);
  }
  camera.updateProjectionMatrix();
}
