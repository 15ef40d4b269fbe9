import { describe, expect, it } from "vitest";
import { turnedTo } from "./turn";

describe("a performer's picture", () => {
  it("faces where it is told to, while who looks can see it", () => {
    expect(turnedTo(0.3, 0)).toBeCloseTo(0.3);
    expect(turnedTo(-0.5, -0.2)).toBeCloseTo(-0.5);
  });

  it("turns towards who looks from aside, the shorter way", () => {
    expect(turnedTo(Math.PI / 2, 0)).toBeCloseTo(0.6);
    expect(turnedTo(-Math.PI / 2, 0)).toBeCloseTo(-0.6);
    expect(turnedTo(3, -3)).toBeCloseTo(3 - 2 * Math.PI);
    expect(turnedTo(0, 2.5)).toBeCloseTo(1.9);
  });
});
