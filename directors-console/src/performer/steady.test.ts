import { describe, expect, it } from "vitest";
import { Steady } from "./steady";

describe("what is steady", () => {
  it("changes when another value lasted long enough", () => {
    const steady = new Steady("a", 500);
    expect(steady.offer("b", 0)).toBe("a");
    expect(steady.offer("b", 499)).toBe("a");
    expect(steady.offer("b", 500)).toBe("b");
  });

  it("does not flicker", () => {
    const steady = new Steady("a", 500);
    for (let ms = 0; ms < 5000; ms += 100) expect(steady.offer(ms % 200 === 0 ? "b" : "a", ms)).toBe("a");
  });

  it("compares as it is told to, and keeps the same object while nothing changed", () => {
    const first = ["x"];
    const steady = new Steady(first, 0, (one, other) => one.join() === other.join());
    expect(steady.offer(["x"], 10)).toBe(first);
    expect(steady.offer(["y"], 20)).toEqual(["y"]);
  });
});
