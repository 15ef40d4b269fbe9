import { describe, expect, it } from "vitest";
import { aCue } from "../testCues";
import { everything, filtered, toggled } from "./filter";

const cues = [
  aCue("LX 1", { title: "Night", summary: "fade to night" }),
  aCue("SQ 1", { title: "Wind", department: "Sound", notes: "quieter in the small hall" }),
  aCue("C 1", { list: "cart", title: "Thunder", department: "Sound" }),
];
const numbers = (filter: Partial<typeof everything>) => filtered(cues, { ...everything, ...filter }).map((cue) => cue.number);

describe("the list of cues", () => {
  it("is the whole sheet without a filter", () => {
    expect(numbers({})).toEqual(["LX 1", "SQ 1", "C 1"]);
  });

  it("can be one list, without some departments, and what has all the words somewhere", () => {
    expect(numbers({ list: "main" })).toEqual(["LX 1", "SQ 1"]);
    expect(numbers({ without: new Set(["Sound"]) })).toEqual(["LX 1"]);
    expect(numbers({ text: "wind HALL" })).toEqual(["SQ 1"]);
    expect(numbers({ text: "wind night" })).toEqual([]);
  });

  it("leaves a department out, and takes it in again", () => {
    const without = toggled(new Set(), "Sound");
    expect([...without]).toEqual(["Sound"]);
    expect([...toggled(without, "Sound")]).toEqual([]);
  });
});
