import { describe, expect, it } from "vitest";
import type { BodyBox } from "../../contracts/contracts";
import { Stature } from "./stature";

const box = (top: number, bottom: number, left = 0.4, right = 0.6): BodyBox => ({ left, top, right, bottom });
const nobody = box(0, 0, 0, 0);

/** Somebody before a camera for some seconds, thirty pictures a second. */
function act(stature: Stature, fromMs: number, toMs: number, at: (ms: number) => BodyBox) {
  let stance = null;
  for (let ms = fromMs; ms < toMs; ms += 33) {
    stature.measure(ms, at(ms));
    stance = stature.show(0.033);
  }
  return stance!;
}

describe("a performer's stature", () => {
  it("is unknown before anybody was seen", () => {
    const stature = new Stature();
    stature.measure(0, nobody);
    expect(stature.show(0.1)).toBeNull();
  });

  it("is that of the first picture at once", () => {
    const stature = new Stature();
    stature.measure(0, box(0.1, 0.9));
    expect(stature.show(0.03)).toEqual({ height: expect.closeTo(0.8), bottom: 0.9, centre: 0.5, isCut: false });
  });

  it("does not grow who bows, raises an arm or leaps", () => {
    const stature = new Stature();
    act(stature, 0, 8000, () => box(0.1, 0.9));
    const bowed = act(stature, 8000, 11_000, () => box(0.4, 0.9));
    expect(bowed.height).toBeCloseTo(0.8, 3);
    const leaping = act(stature, 11_000, 11_600, () => box(0, 0.75));
    expect(leaping.bottom).toBeCloseTo(0.9, 3);
  });

  it("follows who comes nearer, without a jump", () => {
    const stature = new Stature();
    act(stature, 0, 3000, () => box(0.3, 0.8));
    let before = { ...stature.show(0)! };
    for (let ms = 3000; ms < 30_000; ms += 33) {
      stature.measure(ms, box(0.1, 0.95));
      const now = stature.show(0.033)!;
      expect(Math.abs(now.height - before.height)).toBeLessThan(0.04);
      expect(Math.abs(now.bottom - before.bottom)).toBeLessThan(0.02);
      before = { ...now };
    }
    expect(before.height).toBeCloseTo(0.85, 2);
    expect(before.bottom).toBeCloseTo(0.95, 2);
  });

  it("stays as it was while nobody is in the picture", () => {
    const stature = new Stature();
    const before = { ...act(stature, 0, 2000, () => box(0.1, 0.9)) };
    expect(act(stature, 2000, 9000, () => nobody)).toEqual(before);
  });

  it("knows whose feet are not in the picture", () => {
    const stature = new Stature();
    expect(act(stature, 0, 2000, () => box(0.2, 1, 0.2, 0.8)).isCut).toBe(true);
  });

  it("starts anew when time jumps back, as after a restart", () => {
    const stature = new Stature();
    act(stature, 600_000, 609_000, () => box(0.1, 0.9));
    const after = act(stature, 0, 4000, () => box(0.3, 0.8));
    expect(after.height).toBeCloseTo(0.5, 1);
  });
});
