import { describe, expect, it } from "vitest";
import { Emote, Gait } from "../contracts/contracts";
import type { ActorPose } from "../contracts/snapshot";
import { PoseTrack } from "./poseTrack";

const pose = (actor: number, x: number, facing = 0): ActorPose => ({ actor, x, y: 0, z: 0, facing, gait: Gait.Walk, emote: Emote.None, speaking: false, lookAt: 0 });

describe("PoseTrack", () => {
  it("shows actors between two samples", () => {
    const track = new PoseTrack();
    track.add(0, [pose(1, 0)]);
    track.add(100, [pose(1, 1)]);
    expect(track.at(25)[0]?.x).toBe(0.25);
  });

  it("turns the short way round", () => {
    const track = new PoseTrack();
    track.add(0, [pose(1, 0, 0.1)]);
    track.add(100, [pose(1, 0, 2 * Math.PI - 0.1)]);
    expect(Math.abs(track.at(50)[0]?.facing ?? 9)).toBeLessThan(0.001);
  });

  it("does not slide somebody across the stage who comes on elsewhere", () => {
    const track = new PoseTrack();
    track.add(0, [pose(1, -6)]);
    track.add(100, [pose(1, 6)]);
    expect(track.at(50)[0]?.x).toBe(6);
  });

  it("shows who joined and not who left", () => {
    const track = new PoseTrack();
    track.add(0, [pose(1, 0)]);
    track.add(100, [pose(2, 0)]);
    expect(track.at(50).map((one) => one.actor)).toEqual([2]);
  });

  it("starts anew when time jumps back, as after a restart", () => {
    const track = new PoseTrack();
    track.add(100_000, [pose(1, 0)]);
    track.add(50_000, [pose(1, 3)]);
    expect(track.at(100_000)[0]?.x).toBe(3);
  });

  it("lets somebody who stood still set off when they did", () => {
    const track = new PoseTrack();
    const still = pose(1, 0);
    for (const timeMs of [0, 66, 132, 198]) track.add(timeMs, [still]);
    track.add(264, [pose(1, 1)]);
    expect(track.at(190)[0]?.x).toBe(0);
    expect(track.at(231)[0]?.x).toBe(0.5);
  });

  it("takes a long silence for standing still until shortly before", () => {
    const track = new PoseTrack();
    track.add(0, [pose(1, 0)], false);
    track.add(10_000, [pose(1, 1)], false);
    expect(track.at(9_000)[0]?.x).toBe(0);
    expect(track.at(9_800)[0]?.x).toBe(0.5);
  });

  it("lets those walk on who are not told of each time, for a while", () => {
    const track = new PoseTrack();
    const [first, second, other] = [pose(1, 0), pose(1, 1), pose(2, 0)];
    track.add(0, [first, other], false);
    track.add(300, [second, other], false);
    track.add(333, [second, pose(2, 0.1)], false);
    expect(track.at(450)[0]?.x).toBe(1.5);
    expect(track.at(900)[0]?.x).toBe(2);
  });
});
