import { describe, expect, it } from "vitest";
import { quiet } from "../stage/houseSide";
import { grainsOf } from "./houseGrains";

/** Chance that is the same each time. */
function chance(seed = 1): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

describe("grainsOf", () => {
  it("is silent in a quiet house", () => expect(grainsOf(quiet, 60, chance())).toEqual([]));

  it("is as many claps as so many people make, and then louder ones", () => {
    const one = grainsOf({ ...quiet, applause: 2 }, 60, chance());
    const ten = grainsOf({ ...quiet, applause: 7 }, 60, chance());
    const thousand = grainsOf({ ...quiet, applause: 20 }, 60, chance());
    expect(one.length).toBeGreaterThan(150);
    expect(one.length).toBeLessThan(280);
    expect(ten.length).toBeGreaterThan(5 * one.length);
    expect(thousand.length).toBeLessThan(60 * 85);
    expect(mean(thousand.map(({ gain }) => gain))).toBeGreaterThan(2 * mean(one.map(({ gain }) => gain)));
  });

  it("tells kinds apart and keeps to its bounds", () => {
    const grains = grainsOf({ ...quiet, laugh: 255, gasp: 255, bravo: 255 }, 10, chance());
    expect(new Set(grains.map(({ kind }) => kind))).toEqual(new Set(["laugh", "gasp", "bravo"]));
    expect(grains.length).toBeLessThan(10 * 70);
    for (const { at, gain, pitch, pan } of grains) {
      expect(at).toBeLessThan(10);
      expect(gain).toBeLessThanOrEqual(0.72);
      expect(Math.abs(pan)).toBeLessThanOrEqual(1);
      expect(pitch).toBeLessThanOrEqual(1);
    }
  });
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
