import { describe, expect, it } from "vitest";
import { moved, without } from "./ordering";

describe("an order of people", () => {
  it("moves one up or down", () => {
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  });

  it("stays as it is at its ends", () => {
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });

  it("lets one go", () => {
    expect(without(["a", "b", "c"], "b")).toEqual(["a", "c"]);
  });
});
