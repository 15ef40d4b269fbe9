import { describe, expect, it } from "vitest";
import { BookItemKind, type PromptBook } from "../contracts/contracts";
import { promptFor } from "./teleprompter";

const line = (id: string, role: string) => ({ kind: BookItemKind.Line, id, text: `line ${id}`, roles: [role], durationMs: 1000 });
const book: PromptBook = {
  title: "Hamlet",
  production: "hamlet",
  revision: 1,
  cues: [],
  items: [line("1", "bernardo"), line("2", "francisco"), line("3", "bernardo"), line("4", "bernardo"), line("5", "francisco")],
};

describe("the teleprompter", () => {
  it("shows the actor's next lines and the line to wait for", () => {
    const prompt = promptFor(book, ["bernardo"], "1");
    expect(prompt.mine.map((one) => one.id)).toEqual(["3", "4"]);
    expect(prompt.cueLine?.id).toBe("2");
    expect(prompt.until).toBe(1);
  });

  it("starts with the first line before anything was spoken", () => {
    expect(promptFor(book, ["bernardo"], null)).toMatchObject({ cueLine: null, until: 0, mine: [{ id: "1" }] });
  });

  it("goes on with the second half of a speech", () => {
    expect(promptFor(book, ["bernardo"], "3").mine.map((one) => one.id)).toEqual(["4"]);
  });

  it("has nothing after the last line", () => {
    expect(promptFor(book, ["francisco"], "5").mine).toEqual([]);
  });
});
