import { describe, expect, it } from "vitest";
import { audioTime } from "./audioTime";

describe("audioTime", () => {
  it("plays earlier by the device's latency, so that it is heard at the stamp", () => {
    const time = audioTime(5, 0.1, 20_000, 1);
    expect(time.at(21_000)).toBeCloseTo(5.9);
    expect(time.nowMs).toBe(20_100);
  });

  it("goes as fast as the performance", () => {
    const time = audioTime(5, 0, 20_000, 4);
    expect(time.at(24_000)).toBe(6);
    expect(time.msAt(6)).toBe(24_000);
  });
});
