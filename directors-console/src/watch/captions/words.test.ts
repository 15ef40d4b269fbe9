import { expect, test } from "vitest";
import type { CaptionTrack } from "../../contracts/contracts";
import { lineIn, soundIn, speakerIn } from "./words";

const plan = {
  language: "en",
  roles: [
    { id: "ghost", name: "The Ghost", colour: "#ffffff" },
    { id: "hamlet", name: "Hamlet", colour: "#000000" },
    { id: "osric", name: "Osric", colour: "#000000" },
  ],
  sounds: [{ id: "cock", description: "A cock crows", hash: null, bytes: 0, loop: false, gain: 0 }],
};
const german: CaptionTrack = {
  version: 1,
  language: "de",
  lines: [{ id: "1.1.1", text: "Wer da?" }],
  roles: [
    { id: "ghost", text: "Der Geist" },
    { id: "hamlet", text: "Hamlet" },
  ],
  sounds: [{ id: "cock", text: "Ein Hahn kräht" }],
  descriptions: [],
};

test("what is translated is read in that language, and what is not as it is spoken", () => {
  expect(lineIn(german, { line: "1.1.1", text: "Who's there?" }, plan)).toEqual({ text: "Wer da?", language: "de" });
  expect(lineIn(german, { line: "5.2.1", text: "Silence." }, plan)).toEqual({ text: "Silence.", language: "en" });
  expect(lineIn(null, { line: "1.1.1", text: "Who's there?" }, plan)).toEqual({ text: "Who's there?", language: "en" });
  expect(lineIn(null, { line: "1.1.1", text: "Wer da?" }, { language: "de" })).toEqual({ text: "Wer da?", language: "de" });
  expect(soundIn(german, "cock", plan)).toEqual({ text: "Ein Hahn kräht", language: "de" });
  expect(soundIn(null, "cock", plan)).toEqual({ text: "A cock crows", language: "en" });
  expect(soundIn(null, "unknown", null)).toEqual({ text: "unknown", language: "en" });
});

test("several who speak are called in the language when all of them have names in it", () => {
  expect(speakerIn(german, "The Ghost & Hamlet", plan)).toEqual({ text: "Der Geist & Hamlet", language: "de" });
  expect(speakerIn(german, "The Ghost & Osric", plan)).toEqual({ text: "The Ghost & Osric", language: "en" });
  expect(speakerIn(null, "The Ghost", plan)).toEqual({ text: "The Ghost", language: "en" });
});
