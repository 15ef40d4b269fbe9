import { describe, expect, it } from "vitest";
import { Gait } from "../contracts/contracts";
import { Walk } from "./walk";

describe("Walk", () => {
  it("sends a tick for every tick of time, and one stop at the end", () => {
    const walk = new Walk();
    walk.key("ArrowRight", true, false);
    const steps = [0, 33, 67, 200].map((ms) => walk.next(ms)?.ticks);
    expect(steps).toEqual([1, 1, 1, 4]);
    walk.key("ArrowRight", false, false);
    expect(walk.next(230)).toEqual({ ticks: 1, moveX: 0, moveZ: 0, facing: 64, gait: Gait.Stand });
    expect(walk.next(260)).toBeNull();
  });

  it("goes no faster on the diagonal, and faces where it goes", () => {
    const walk = new Walk();
    walk.key("KeyS", true, true);
    walk.key("KeyD", true, true);
    const step = walk.next(0)!;
    expect(Math.hypot(step.moveX, step.moveZ)).toBeLessThanOrEqual(127);
    expect(step).toMatchObject({ facing: 32, gait: Gait.Run });
  });

  it("does not make up for a long pause of the page", () => {
    const walk = new Walk();
    walk.key("ArrowUp", true, false);
    walk.next(0);
    expect(walk.next(5000)?.ticks).toBe(8);
    expect(walk.next(5010)).toBeNull();
  });

  it("stops when the page loses the keyboard", () => {
    const walk = new Walk();
    walk.key("ArrowUp", true, false);
    walk.next(0);
    walk.release();
    expect(walk.next(33)?.gait).toBe(Gait.Stand);
  });

  it("by own eyes goes ahead where it looks, and faces there whatever the step is", () => {
    const walk = new Walk();
    walk.sit("eyes", null);
    walk.heading = Math.PI / 2;
    walk.key("KeyW", true, false);
    expect(walk.next(0)).toMatchObject({ moveX: 127, moveZ: 0, facing: 64 });
    walk.release();
    walk.key("KeyD", true, false);
    // On the right of who faces stage left is the audience's side.
    expect(walk.next(33)).toMatchObject({ moveX: 0, moveZ: 127, facing: 64 });
  });

  it("from behind faces where it goes", () => {
    const walk = new Walk();
    walk.sit("behind", null);
    walk.heading = Math.PI;
    walk.key("KeyS", true, false);
    expect(walk.next(0)).toMatchObject({ moveZ: 127, facing: 0 });
  });

  it("turns by Z and X, where there is something to turn", () => {
    const walk = new Walk();
    expect(walk.key("KeyZ", true, false)).toBe(false);
    walk.sit("eyes", null);
    expect(walk.key("KeyZ", true, false)).toBe(true);
    walk.next(1000);
    const turned = walk.next(1100)!;
    expect(turned).toMatchObject({ moveX: 0, moveZ: 0, gait: Gait.Stand });
    expect(turned.facing).toBeGreaterThan(5);
  });

  it("goes by a stick, as far as it is tilted", () => {
    const walk = new Walk();
    walk.tilt({ x: 0.5, z: 0 }, 0, false);
    expect(walk.next(0)).toMatchObject({ moveX: 63, gait: Gait.Walk });
    walk.tilt(null, 0, false);
    expect(walk.next(33)?.gait).toBe(Gait.Stand);
  });

  it("looks where the actor faces when the seat is taken", () => {
    const walk = new Walk();
    walk.key("ArrowRight", true, false);
    walk.next(0);
    walk.sit("behind", null);
    expect(walk.heading).toBeCloseTo(Math.PI / 2);
    walk.sit("house", null);
    walk.sit("eyes", 1);
    expect(walk.heading).toBe(1);
  });
});
