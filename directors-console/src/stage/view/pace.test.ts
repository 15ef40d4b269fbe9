import { describe, expect, it } from "vitest";
import { Pace } from "./pace";

function drawn(pace: Pace, frames: number, ms: number) {
  for (let frame = 0; frame < frames; frame++) pace.frame(ms);
  return { ratio: pace.ratio, quality: pace.quality };
}

describe("the pace of drawing", () => {
  it("gives a quick device all pixels of its screen", () => {
    expect(drawn(new Pace(2, false), 600, 16)).toEqual({ ratio: 2, quality: "full" });
  });

  it("takes pixels from a slow device, step by step, and says so", () => {
    const pace = new Pace(2, false);
    expect(drawn(pace, 30, 120).quality).toBe("reduced");
    expect(drawn(pace, 400, 120)).toEqual({ ratio: 0.5, quality: "least" });
    expect(pace.isStrained).toBe(true);
  });

  it("gives them back when there is time again", () => {
    const pace = new Pace(1.5, false);
    drawn(pace, 400, 120);
    expect(drawn(pace, 5000, 8)).toEqual({ ratio: 1.5, quality: "full" });
  });

  it("is reduced from the beginning where pictures are drawn in software, and ten a second", () => {
    const pace = new Pace(2, true);
    expect({ ratio: pace.ratio, quality: pace.quality }).toEqual({ ratio: 1, quality: "reduced" });
    expect(pace.next(1000)).toBe(16);
    expect(pace.next(1050)).toBeNull();
    expect(pace.next(1101)).toBe(101);
  });

  it("does not count a page that slept", () => {
    expect(drawn(new Pace(2, false), 100, 5000)).toEqual({ ratio: 2, quality: "full" });
  });
});
