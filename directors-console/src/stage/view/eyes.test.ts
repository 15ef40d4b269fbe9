import { PerspectiveCamera, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { Emote, Gait } from "../../contracts/contracts";
import type { ActorPose } from "../../contracts/snapshot";
import { frameActor } from "./eyes";

const pose: ActorPose = { actor: 1, x: 2, y: 1, z: -3, facing: 0, gait: Gait.Stand, emote: Emote.None, speaking: false, lookAt: 0 };

/** Where a point is on the screen: 0 in the middle, 1 to the right and up. */
function seen(seat: "behind" | "eyes", heading: number, point: Vector3): Vector3 {
  const camera = new PerspectiveCamera();
  frameActor(camera, seat, pose, heading, 1.6);
  camera.updateMatrixWorld();
  return point.project(camera);
}

describe("frameActor", () => {
  it("shows by own eyes what is ahead in the middle, and what is at stage left on the right of who faces upstage", () => {
    const upstage = Math.PI;
    expect(Math.abs(seen("eyes", upstage, new Vector3(2, 2.6, -8)).x)).toBeLessThan(0.01);
    expect(seen("eyes", upstage, new Vector3(3, 2.6, -8)).x).toBeGreaterThan(0);
    expect(seen("eyes", 0, new Vector3(3, 2.6, 4)).x).toBeLessThan(0);
  });

  it("shows from behind the actor themselves, below the middle", () => {
    const own = seen("behind", 1, new Vector3(2, 1, -3));
    expect(Math.abs(own.x)).toBeLessThan(0.01);
    expect(own.y).toBeLessThan(0);
    expect(own.z).toBeLessThan(1);
  });
});
