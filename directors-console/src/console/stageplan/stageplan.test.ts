import { describe, expect, it } from "vitest";
import { BookItemKind, type BookItem } from "../../contracts/contracts";
import { Book } from "../book/book";
import type { ProductionDocument } from "../production/document";
import { blockRole, targetAt } from "./blockingEdits";
import { blockedLines, trackTo } from "./tracking";

const line = (id: string): BookItem => ({ kind: BookItemKind.Line, id, text: id, roles: [], durationMs: 0 });
const book = new Book({ title: "", production: "p", revision: 1, items: ["1.1.1", "1.1.2", "1.1.3", "1.1.4"].map(line), cues: [] });
const document = {
  roles: { ghost: { name: "The Ghost", colour: "#ffffff" }, hamlet: { name: "Hamlet", colour: "#000000" } },
  stage: {
    width: 10,
    depth: 8,
    pieces: {
      throne: { shape: "box", size: [1, 1, 1], position: [0, 0, 0], colour: "#777777" },
      arras: { shape: "box", size: [1, 1, 1], position: [0, 0, 0], colour: "#777777", flown: { out: [0, 8, 0], start: "out" } },
      bench: { shape: "box", size: [1, 1, 1], position: [0, 0, 0], colour: "#777777", flown: { out: [5, 0, 0] } },
    },
    entrances: { left: { x: 6, z: 0 }, right: { x: -6, z: 0 } },
    marks: { centre: { x: 0, z: 0 }, front: { x: 0, z: 3 } },
  },
  cues: [
    { number: "B 1", title: "", line: "1.1.1", blocking: [{ role: "ghost", from: "left", to: "centre" }] },
    { number: "G 1", title: "", line: "1.1.2", group: { mode: "simultaneous", cues: [{ number: "G 1.1", title: "", fly: { arras: "in", bench: "out" } }] } },
    { number: "B 2", title: "", line: "1.1.3", blocking: [{ role: "ghost", by: "right" }] },
    { number: "B 3", title: "", line: "1.1.4", armed: false, blocking: [{ role: "ghost", from: "left", to: "front" }] },
  ],
} as unknown as ProductionDocument;

const cueOf = (edit: unknown) => JSON.parse((edit as { value: { cue: string } }).value.cue) as object;

describe("who stands where at a line", () => {
  it("is followed through the sheet, groups and all, without what is disarmed", () => {
    expect(trackTo(document, book, null).roles.size).toBe(0);
    expect(trackTo(document, book, "1.1.2").roles.get("ghost")).toEqual({ mark: "centre", entrance: null });
    expect(trackTo(document, book, "1.1.4")).toMatchObject({ lastBlocking: "B 2" });
    expect(trackTo(document, book, "1.1.4").roles.get("ghost")).toEqual({ mark: null, entrance: "right" });
    expect([...trackTo(document, book, "1.1.1").piecesIn]).toEqual(["bench"]);
    expect([...trackTo(document, book, "1.1.2").piecesIn]).toEqual(["arras"]);
    expect(blockedLines(document)).toEqual(["1.1.1", "1.1.3", "1.1.4"]);
  });
});

describe("a role that is dragged", () => {
  it("goes to a mark that is near, to a new one, or off beside the stage", () => {
    expect(targetAt(document, "ghost", { x: 0.3, z: 0.4 })).toEqual({ to: "centre", mark: null });
    expect(targetAt(document, "ghost", { x: 2.02, z: 1 })).toEqual({ to: "ghost-1", mark: { x: 2, z: 1 } });
    expect(targetAt(document, "ghost", { x: 5.5, z: 1 })).toEqual({ by: "left" });
  });

  it("changes the blocking cue of the line, with an entrance for who was off", () => {
    const made = blockRole(document, book, "1.1.1", "hamlet", { x: 0.1, z: 3 });
    expect(made?.edits).toHaveLength(1);
    expect(cueOf(made?.edits[0])).toMatchObject({
      number: "B 1",
      blocking: [
        { role: "ghost", from: "left", to: "centre" },
        { role: "hamlet", from: "left", to: "front" },
      ],
    });
    expect(cueOf(blockRole(document, book, "1.1.1", "ghost", { x: -0.3, z: 3 })?.edits[0])).toMatchObject({ blocking: [{ role: "ghost", from: "left", to: "front" }] });
  });

  it("makes a cue where the line has none, behind all that is called before, and the mark that it needs", () => {
    const made = blockRole(document, book, "1.1.2", "ghost", { x: 3, z: 2 });
    expect(made?.edits[0]).toMatchObject({ type: "PutEntry", value: { section: "stage.marks", key: "ghost-1", value: '{"x":3,"z":2}' } });
    expect(made?.edits[1]).toMatchObject({ type: "InsertCue", value: { after: "G 1", list: null } });
    expect(cueOf(made?.edits[1])).toEqual({ number: "B 1.5", title: "The Ghost to ghost-1", line: "1.1.2", duration: 3, blocking: [{ role: "ghost", to: "ghost-1" }] });
  });

  it("goes off only when it is on", () => {
    expect(cueOf(blockRole(document, book, "1.1.2", "ghost", { x: 9, z: 0 })?.edits[0])).toMatchObject({ blocking: [{ role: "ghost", by: "left" }] });
    expect(blockRole(document, book, "1.1.2", "hamlet", { x: 9, z: 0 })).toBeNull();
  });
});
