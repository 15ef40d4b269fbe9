import { describe, expect, it } from "vitest";
import { pitchOf, rmsOf } from "./pitch";

const tone = (hertz: number, length = 960) => Float32Array.from({ length }, (_, index) => 0.5 * Math.sin((2 * Math.PI * hertz * index) / 48_000 + 1));

describe("pitchOf", () => {
  it.each([120, 440, 660, 3000])("finds %i Hz in 20 ms", (hertz) => {
    expect(pitchOf(tone(hertz), 48_000)).toBeCloseTo(hertz, 0);
  });

  it("finds none in silence", () => {
    expect(pitchOf(new Float32Array(960), 48_000)).toBeNull();
    expect(pitchOf(new Float32Array(0), 48_000)).toBeNull();
  });
});

describe("rmsOf", () => {
  it("measures how loud a sound is", () => {
    expect(rmsOf(tone(600, 4800))).toBeCloseTo(0.5 / Math.SQRT2, 3);
    expect(rmsOf(new Float32Array(0))).toBe(0);
  });
});
