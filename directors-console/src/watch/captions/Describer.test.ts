import { expect, test } from "vitest";
import type { CaptionDescription, Surtitle } from "../../contracts/contracts";
import { Describer } from "./Describer";

const told: CaptionDescription[] = [
  { line: "1.1.1", delayMs: 0, text: "Night.", language: "en" },
  { line: "1.1.1", delayMs: 2000, text: "A light.", language: "en" },
  { line: "1.1.2", delayMs: 3000, text: "Exit.", language: "en" },
];
const line = (id: string, sinceMs: number): Surtitle => ({ line: id, speaker: "A", text: "…", sinceMs });
const texts = (found: CaptionDescription[]) => found.map((one) => one.text);

test("a description is due once: at its line's beginning, or when that has been spoken", () => {
  const describer = new Describer();
  expect(describer.due(told, null, 0)).toEqual([]);
  expect(texts(describer.due(told, line("1.1.1", 1000), 1100))).toEqual(["Night."]);
  expect(describer.due(told, line("1.1.1", 1000), 2900)).toEqual([]);
  expect(texts(describer.due(told, line("1.1.1", 1000), 3000))).toEqual(["A light."]);
  expect(describer.due(told, line("1.1.1", 1000), 3200)).toEqual([]);
});

test("a line that comes early brings what was to be told before it", () => {
  const describer = new Describer();
  describer.due(told, line("1.1.1", 1000), 1000);
  expect(texts(describer.due(told, line("1.1.2", 2000), 2000))).toEqual(["A light."]);
});

test("after a jump, back or far ahead, nothing of where one was is told", () => {
  const describer = new Describer();
  describer.due(told, line("1.1.2", 90_000), 90_000);
  expect(texts(describer.due(told, line("1.1.1", 1000), 1000))).toEqual(["Night."]);
  describer.due(told, line("1.1.1", 1000), 1000);
  expect(describer.due(told, line("1.1.2", 400_000), 400_000)).toEqual([]);
});

test("who comes in late is not told what was long ago", () => {
  const describer = new Describer();
  expect(texts(describer.due(told, line("1.1.1", 1000), 10_500))).toEqual(["A light."]);
  expect(describer.due(told, line("1.1.1", 1000), 10_600)).toEqual([]);
});

test("a line that is spoken again, as in a rehearsal, is described again", () => {
  const describer = new Describer();
  describer.due(told, line("1.1.1", 1000), 1000);
  expect(texts(describer.due(told, line("1.1.1", 9000), 9000))).toEqual(["Night."]);
});
