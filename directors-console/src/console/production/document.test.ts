import { describe, expect, it } from "vitest";
import { findCue, numberAfter, numbersOf, type ProductionDocument } from "./document";

const document = {
  cues: [
    { number: "LX 1", title: "Night", look: "night" },
    { number: "G 1", title: "Storm", group: { mode: "sequence", cues: [{ number: "G 1.1", title: "Thunder", sound: "thunder" }] } },
    { number: "LX 2", title: "Day", look: "day" },
  ],
  lists: { preshow: [{ number: "H 1", title: "House light", look: "preset" }] },
  cart: [{ number: "7", title: "Doorbell", sound: "bell" }],
} as unknown as ProductionDocument;

describe("a production's document", () => {
  it("knows where a cue stands, in a list, a group, the cart", () => {
    expect(findCue(document, "LX 2")).toMatchObject({ list: "main", at: 2, group: null });
    expect(findCue(document, "G 1.1")).toMatchObject({ list: "main", at: 0, group: "G 1" });
    expect(findCue(document, "H 1")).toMatchObject({ list: "preshow", at: 0 });
    expect(findCue(document, "7")).toMatchObject({ list: "cart", at: 0 });
    expect(findCue(document, "8")).toBeNull();
  });

  it("finds a number that is free behind another", () => {
    expect(numbersOf(document)).toEqual(["LX 1", "G 1", "G 1.1", "LX 2", "H 1", "7"]);
    expect(numberAfter(document, "LX 2")).toBe("LX 3");
    expect(numberAfter(document, "LX 1")).toBe("LX 1.5");
    expect(numberAfter(document, "7")).toBe("8");
    expect(numberAfter(document, "Storm ")).toBe("Storm 1");
    expect(numberAfter({ ...document, cart: ["8", "7.5", "7.1"].map((number) => ({ number, title: "", memo: "" })) } as ProductionDocument, "7")).toBe("7.01");
  });
});
