import { describe, expect, it } from "vitest";
import { pictureAddress, planWords } from "./matting";

describe("the plan of the matting", () => {
  it("is called by words, and a new one by its name", () => {
    expect(planWords("braided").title).toBe("Braided");
    expect(planWords("woven")).toEqual({ title: "woven", what: "" });
  });

  it("is a picture whose text cannot end the address", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text fill="#123">50% "done" & more</text></svg>';
    const address = pictureAddress(svg);
    expect(address).not.toMatch(/[<>"#\s]/);
    expect(decodeURIComponent(address.slice("data:image/svg+xml,".length))).toBe(svg);
  });
});
