import { MathUtils, type PerspectiveCamera } from "three";
import type { HouseCamera, Sight } from "./houseCamera";

const first = { yaw: 0, pitch: 0.16, metres: 16 };
/** As far as there is something to be seen: not behind the backdrop, not under the floor. */
const limits = { yaw: 1.25, least: 0.02, most: 1.25, near: 2.5, far: 34 };
const middleMetres = 1.5;
const fov = 36;

/** Goes round the stage as its spectator wants, and stays where they leave it. */
export class FreeCamera implements HouseCamera {
  private yaw = first.yaw;
  private pitch = first.pitch;
  private metres = first.metres;

  /** Goes round and up; radians. */
  turn(round: number, up: number): void {
    this.yaw = MathUtils.clamp(this.yaw + round, -limits.yaw, limits.yaw);
    this.pitch = MathUtils.clamp(this.pitch + up, limits.least, limits.most);
  }

  /** Comes nearer by a factor of less than 1, or goes away by one of more. */
  approach(factor: number): void {
    this.metres = MathUtils.clamp(this.metres * factor, limits.near, limits.far);
  }

  reset(): void {
    ({ yaw: this.yaw, pitch: this.pitch, metres: this.metres } = first);
  }

  aim(camera: PerspectiveCamera, { aspect }: Sight): void {
    camera.fov = aspect < 0.8 ? fov * 1.4 : fov;
    camera.aspect = aspect;
    camera.near = 0.3;
    camera.far = 120;
    const flat = Math.cos(this.pitch) * this.metres;
    camera.position.set(Math.sin(this.yaw) * flat, middleMetres + Math.sin(this.pitch) * this.metres, Math.cos(this.yaw) * flat);
    camera.lookAt(0, middleMetres, 0);
    camera.updateProjectionMatrix();
  }
}
