import { Vector3, PerspectiveCamera } from "three";
import { describe, expect, it } from "vitest";
import { Emote, Gait } from "../contracts/contracts";
import { frameActor } from "../stage/view/eyes";
import { heardFrom, upstage } from "./bearing";

const rounded = ({ x, y, z }: { x: number; y: number; z: number }) => [x, y, z].map((value) => Math.round(value * 1000) / 1000 + 0);

describe("heardFrom", () => {
  it.each([
    ["from the house, stage left on the right", { x: 2, y: 0, z: 0 }, upstage, [2, 0, 0]],
    ["from the house, who is upstage before", { x: 0, y: 0, z: -3 }, upstage, [0, 0, -3]],
    ["facing the audience, stage left on the left", { x: 2, y: 0, z: 0 }, 0, [-2, 0, 0]],
    ["facing the audience, who is downstage before", { x: 0, y: 0, z: 3 }, 0, [0, 0, -3]],
    ["facing stage left, who is there before", { x: 2, y: 0, z: 0 }, Math.PI / 2, [0, 0, -2]],
    ["facing stage left, the audience on the right", { x: 0, y: 1, z: 2 }, Math.PI / 2, [2, 1, 0]],
  ])("%s", (_, offset, heading, place) => {
    expect(rounded(heardFrom(offset, heading))).toEqual(place);
  });

  it("is on the side of the picture by own eyes", () => {
    for (const heading of [0, 0.7, 2, 4, 5.5]) {
      for (const offset of [{ x: 1, y: 0, z: 2 }, { x: -2, y: 0, z: 0.5 }, { x: 0.3, y: 0, z: -1 }]) {
        const camera = new PerspectiveCamera();
        frameActor(camera, "eyes", { actor: 1, x: 2, y: 0, z: -1, facing: 0, gait: Gait.Stand, emote: Emote.None, speaking: false, lookAt: 0 }, heading, 1.6);
        camera.updateMatrixWorld();
        const seen = new Vector3(2 + offset.x, 1.6, -1 + offset.z).applyMatrix4(camera.matrixWorldInverse);
        const heard = heardFrom(offset, heading);
        expect(heard.x).toBeCloseTo(seen.x, 3);
        expect(Math.sign(heard.z)).toBe(Math.sign(seen.z));
      }
    }
  });
});
