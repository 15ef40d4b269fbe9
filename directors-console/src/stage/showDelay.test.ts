import { describe, expect, it } from "vitest";
import { ShowDelay } from "./showDelay";

function heard(times: number, lateMs: (index: number) => number): ShowDelay {
  const delay = new ShowDelay();
  for (let index = 0; index < times; index++) delay.heard(lateMs(index));
  return delay;
}

describe("ShowDelay", () => {
  it("comes down to little on a quiet network", () => {
    expect(heard(600, () => 2).ms).toBe(80);
  });

  it("covers nineteen of twenty messages and a frame", () => {
    const delay = heard(3000, (index) => 50 + ((index * 37) % 60)).ms;
    expect(delay).toBeGreaterThan(165);
    expect(delay).toBeLessThan(180);
  });

  it("covers a longer frame where half of them come, and no more where nothing comes for long", () => {
    const delay = new ShowDelay();
    for (let index = 0; index < 600; index++) delay.heard(2, 1000 / 7.5);
    expect(delay.ms).toBeCloseTo(135.3, 1);
    for (let index = 0; index < 600; index++) delay.heard(2, 1000);
    expect(delay.ms).toBeCloseTo(135.3, 1);
    for (let index = 0; index < 600; index++) delay.heard(2, 1000 / 15);
    expect(delay.ms).toBe(80);
  });

  it("has an end, however late messages are", () => {
    expect(heard(1000, () => 1e6).ms).toBe(500);
  });

  it("goes up and down without steps", () => {
    const delay = heard(200, () => 10);
    const before = delay.ms;
    for (let index = 0; index < 5; index++) delay.heard(400);
    expect(delay.ms - before).toBeLessThanOrEqual(25);
    expect(delay.ms).toBeGreaterThan(before);
  });
});
