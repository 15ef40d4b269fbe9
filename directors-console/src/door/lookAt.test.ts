import { expect, it } from "vitest";
import { Emote, Gait } from "../contracts/contracts";
import type { ActorPose } from "../contracts/snapshot";
import { headYaw } from "../stage/view/motion";
import { nextToLookAt } from "./lookAt";

const pose = (actor: number, x: number, z = 0, facing = 0): ActorPose => ({ actor, x, y: 0, z, facing, gait: Gait.Stand, emote: Emote.None, speaking: false, lookAt: 0 });

it("goes from one to the next across the stage, and ends at nobody", () => {
  const poses = [pose(1, 3), pose(2, -2), pose(3, 0), pose(4, 5)];
  const seen = [];
  for (let now = 0, turn = 0; turn < 4; turn++) seen.push((now = nextToLookAt(poses, 3, now)));
  expect(seen).toEqual([2, 1, 4, 0]);
});

it("passes over who waits in the wings", () => {
  expect(nextToLookAt([pose(1, 0), pose(2, -7), pose(3, 2)], 1, 0, 12)).toBe(3);
});

it("starts again when who was looked at has left, and looks at nobody alone", () => {
  expect(nextToLookAt([pose(1, 0), pose(2, 1)], 1, 99)).toBe(2);
  expect(nextToLookAt([pose(1, 0)], 1, 0)).toBe(0);
});

it("turns heads aside, the short way, and not behind", () => {
  expect(headYaw(pose(1, 0), { x: 1, z: 1 })).toBeCloseTo(Math.PI / 4);
  expect(headYaw(pose(1, 0, 0, Math.PI * 1.9), { x: 0, z: 1 })).toBeCloseTo(Math.PI * 0.1);
  expect(headYaw(pose(1, 0), { x: 0.1, z: -5 })).toBeCloseTo(1.25);
});
