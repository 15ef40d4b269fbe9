import { describe, expect, it } from "vitest";
import { BookItemKind, type BookItem } from "../../contracts/contracts";
import { Book } from "../book/book";
import { aCue } from "../testCues";
import { loopRows, scenesOf } from "./rehearsal";

const item = (kind: BookItemKind, id: string, text: string, durationMs = 0): BookItem => ({ kind, id, text, roles: [], durationMs });
const { Heading, Line } = BookItemKind;
const book = new Book({
  title: "A play",
  production: "play",
  revision: 1,
  items: [
    item(Heading, "1", "Act I"),
    item(Heading, "1.1", "Scene 1"),
    item(Line, "1.1.1", "One.", 1000),
    item(Line, "1.1.2", "Two.", 2000),
    item(Heading, "1.2", "Scene 2"),
    item(Line, "1.2.1", "Three.", 4000),
  ],
  cues: [aCue("1", { line: "1.1.2" }), aCue("2", { line: "1.2.1" })],
});

describe("a rehearsal", () => {
  it("can begin at the top of each division, and knows what is in it", () => {
    expect(scenesOf(book)).toEqual([
      { id: "1", title: "Act I", depth: 0, lines: 3, durationMs: 7000, cues: 2 },
      { id: "1.1", title: "Scene 1", depth: 1, lines: 2, durationMs: 3000, cues: 1 },
      { id: "1.2", title: "Scene 2", depth: 1, lines: 1, durationMs: 4000, cues: 1 },
    ]);
  });

  it("marks the lines of its loop, and none when they are not in the book", () => {
    expect(loopRows(book, { fromLine: "1.1.2", toLine: "1.2.1" })).toEqual([3, 5]);
    expect(loopRows(book, { fromLine: "1.1.2", toLine: "9.9.9" })).toBeNull();
    expect(loopRows(book, null)).toBeNull();
  });
});
