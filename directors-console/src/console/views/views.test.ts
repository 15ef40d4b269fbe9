import { describe, expect, it } from "vitest";
import { addressOf, viewIn } from "./views";

describe("a view's address", () => {
  it("names the performance and the view", () => {
    expect(addressOf("the play-1", "book")).toBe("/console/the%20play-1/book");
    expect(viewIn("/console/hamlet-1/book")).toBe("book");
  });

  it("is the prompt book's when it names none, or one that there is not", () => {
    for (const path of ["/console", "/console/hamlet-1", "/console/hamlet-1/", "/console/hamlet-1/constructor"]) expect(viewIn(path)).toBe("book");
  });
});
