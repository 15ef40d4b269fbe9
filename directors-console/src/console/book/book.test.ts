import { describe, expect, it } from "vitest";
import { BookItemKind, ContinueMode, type BookItem } from "../../contracts/contracts";
import { aCue } from "../testCues";
import { Book } from "./book";

const item = (kind: BookItemKind, id: string, text: string): BookItem => ({ kind, id, text, roles: [], durationMs: 0 });
const { Heading, Speaker, Line, Direction } = BookItemKind;
const book = new Book({
  title: "Hamlet",
  production: "hamlet",
  revision: 1,
  items: [
    item(Heading, "1", "Act I"),
    item(Heading, "1.1", "Scene 1"),
    item(Direction, "", "Enter Bernardo"),
    item(Speaker, "", "BERNARDO"),
    item(Line, "1.1.1", "Who's there?"),
    item(Speaker, "", "FRANCISCO"),
    item(Line, "1.1.2", "Nay, answer me: stand, and unfold yourself."),
    item(Heading, "1.2", "Scene 2"),
    item(Line, "1.2.1", "A voice."),
  ],
  cues: [
    aCue("LX 1", { line: "1.1.1", continue: ContinueMode.AutoFollow }),
    aCue("SD 1", { line: "1.1.1", department: "Sound", continue: ContinueMode.AutoContinue }),
    aCue("G 1", { line: "1.1.1", department: "StageManagement" }),
    aCue("B 1", { department: "Blocking", group: "G 1" }),
    aCue("LX 2", { line: "1.1.2" }),
    aCue("C 1", { list: "cart" }),
  ],
});

describe("the prompt book", () => {
  it("has each cue at its line, and members of groups with their groups", () => {
    expect(book.rows.map((row) => row.cues.map((one) => one.number))).toEqual([[], [], [], [], ["LX 1", "SD 1", "G 1"], [], ["LX 2"], [], []]);
    expect(book.membersOf("G 1").map((one) => one.number)).toEqual(["B 1"]);
  });

  it("knows the line after a line, and who speaks it", () => {
    expect(book.lineAfter(null)).toMatchObject({ speaker: "BERNARDO", item: { id: "1.1.1" } });
    expect(book.lineAfter("1.1.1")).toMatchObject({ speaker: "FRANCISCO", item: { id: "1.1.2" } });
    expect(book.lineAfter("1.1.2")).toMatchObject({ speaker: "", item: { id: "1.2.1" } });
    expect(book.lineAfter("1.2.1")).toBeNull();
  });

  it("knows where a line stands", () => {
    expect(book.placeOf("1.1.2").map((heading) => heading.text)).toEqual(["Act I", "Scene 1"]);
    expect(book.placeOf("1.2.1").map((heading) => heading.text)).toEqual(["Act I", "Scene 2"]);
    expect(book.placeOf(null)).toEqual([]);
  });

  it("tells what one GO starts, and whose work that is", () => {
    expect(book.chainFrom("LX 1").map((one) => one.number)).toEqual(["LX 1", "SD 1", "G 1"]);
    expect(book.departmentsOf("LX 1")).toEqual(["Lights", "Sound", "StageManagement", "Blocking"]);
    expect(book.chainFrom("C 1").map((one) => one.number)).toEqual(["C 1"]);
    expect(book.chainFrom("nothing")).toEqual([]);
  });

  it("gives the next cues of the list that a cue stands in", () => {
    expect(book.cuesFrom("SD 1", 2).map((one) => one.number)).toEqual(["SD 1", "G 1"]);
    expect(book.cuesFrom(null, 2)).toEqual([]);
    expect(book.lists).toEqual(["main", "cart"]);
  });
});
