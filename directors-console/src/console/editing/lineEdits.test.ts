import { describe, expect, it } from "vitest";
import { BookItemKind, type BookItem } from "../../contracts/contracts";
import { Book } from "../book/book";
import type { ProductionDocument } from "../production/document";
import { cutWords, lastCueBefore, newCueAt, withCut, withoutCut } from "./lineEdits";

const line = (id: string): BookItem => ({ kind: BookItemKind.Line, id, text: id, roles: [], durationMs: 0 });
const book = new Book({ title: "", production: "p", revision: 1, items: ["1.1.1", "1.1.2", "1.1.3"].map(line), cues: [] });
const document = {
  cuts: [{ division: "2.1" }],
  cues: [
    { number: "LX 1", title: "", line: "1.1.1", look: "a" },
    { number: "SQ 1", title: "", line: "1.1.2", sound: "b" },
    { number: "SQ 2", title: "", line: "1.1.2", sound: "b" },
    { number: "LX 2", title: "", line: "1.1.3", look: "a" },
  ],
} as unknown as ProductionDocument;

describe("editing at a line", () => {
  it("puts a new cue behind all that is called up to there", () => {
    expect(lastCueBefore(book, document, "1.1.2")).toBe("SQ 2");
    expect(lastCueBefore(book, { ...document, cues: document.cues.slice(3) }, "1.1.2")).toBeNull();
    expect(newCueAt(book, document, "1.1.2", "LX 2")).toEqual({ after: "SQ 2", draft: { line: "1.1.2", number: "LX 3" } });
  });

  it("adds a cut to the list, and takes one out", () => {
    expect(withCut(document, { from: "1.1.1", to: "1.1.2" }).value).toEqual({ key: "cuts", value: '[{"division":"2.1"},{"from":"1.1.1","to":"1.1.2"}]' });
    expect(withoutCut(document, 0).value).toEqual({ key: "cuts", value: "[]" });
    expect([{ division: "2.1" }, { from: "1", to: "1" }, { from: "1", to: "2" }].map(cutWords)).toEqual(["2.1, whole", "line 1", "lines 1 to 2"]);
  });
});
