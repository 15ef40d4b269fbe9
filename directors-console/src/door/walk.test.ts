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
});
