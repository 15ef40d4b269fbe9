import { describe, expect, it } from "vitest";
import { RecordingMarkKind, type RecordingMark } from "../contracts/contracts";
import { clockTime, offsetOf, placeAt, placesOf, placeWords, timeAt, timeInWords } from "./places";

const mark = (kind: RecordingMarkKind, timeMs: number, id: string, text: string, speaker = ""): RecordingMark => ({ kind, timeMs, id, text, speaker });
const marks = [
  mark(RecordingMarkKind.Act, 1000, "1", "Act I"),
  mark(RecordingMarkKind.Scene, 1000, "1.1", "Scene 1"),
  mark(RecordingMarkKind.Line, 1000, "1.1.1", "Who's there?", "Bernardo"),
  mark(RecordingMarkKind.Cue, 2000, "LX 2", "Dawn"),
  mark(RecordingMarkKind.Scene, 3000, "1.2", "Scene 2"),
  mark(RecordingMarkKind.Act, 5000, "2", "Act II"),
];

describe("places of a recording", () => {
  it("are found by kind and words", () => {
    expect(placesOf(marks, "scenes", "").map((one) => one.id)).toEqual(["1", "1.1", "1.2", "2"]);
    expect(placesOf(marks, "lines", " WHO").map(placeWords)).toEqual(["Bernardo: Who's there?"]);
    expect(placesOf(marks, "cues", "dawn").map(placeWords)).toEqual(["LX 2 Dawn"]);
    expect(placesOf(marks, "lines", "nobody")).toEqual([]);
  });

  it.each([
    [500, ""],
    [1500, "Act I, Scene 1"],
    [4000, "Act I, Scene 2"],
    [6000, "Act II"],
  ])("at %i it is %s", (timeMs, place) => expect(placeAt(marks, timeMs)).toBe(place));

  it.each([
    [0, "0:00", "0 seconds"],
    [61_500, "1:01", "1 minute 1 second"],
    [3_723_000, "1:02:03", "1 hour 2 minutes 3 seconds"],
    [-5, "0:00", "0 seconds"],
  ])("%i ms are shown and said", (ms, shown, said) => expect([clockTime(ms), timeInWords(ms)]).toEqual([shown, said]));

  it("times are real from the beginning on, whatever the rate was", () => {
    const contents = { fromMs: 1000, rate: 4 };
    expect(offsetOf(contents, 9000)).toBe(2000);
    expect(timeAt(contents, 2000)).toBe(9000);
  });
});
