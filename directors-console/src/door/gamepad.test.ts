import { describe, expect, it } from "vitest";
import { readPad } from "./gamepad";

function pad(axes: number[], down: number[] = [], mapping: GamepadMappingType = "standard") {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: down.includes(index), touched: false, value: 0 }));
  return { axes, buttons, mapping };
}

describe("readPad", () => {
  it("takes a stick that is nearly in the middle for one at rest", () => {
    expect(readPad(pad([0.1, -0.12, 0.05, 0]))).toMatchObject({ direction: null, turn: 0, runs: false });
  });

  it("goes from nothing at the edge of the middle to all when tilted in full, and no further", () => {
    const slow = readPad(pad([0.2, 0, 0, 0]))!.direction!;
    const full = readPad(pad([1, 1, 0, 0]))!.direction!;
    expect(slow.x).toBeLessThan(0.05);
    expect(Math.hypot(full.x, full.z)).toBeCloseTo(1);
  });

  it("turns by the right stick, runs by the trigger, and tells which buttons are down", () => {
    const state = readPad(pad([0, 0, 0.5, 0], [7, 3]))!;
    expect(state.turn).toBe(-0.5);
    expect(state.runs).toBe(true);
    expect([...state.pressed]).toEqual(["look"]);
  });

  it("does not guess at a pad with another layout", () => {
    expect(readPad(pad([1, 1, 1, 1], [], ""))).toBeNull();
  });
});
