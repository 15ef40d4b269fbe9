import { describe, expect, it } from "vitest";
import { BookItemKind, type Prompt, type PromptBook } from "../contracts/contracts";
import { promptNow } from "./promptNow";

const line = (id: string) => ({ kind: BookItemKind.Line, id, text: id, roles: ["hamlet"], durationMs: 1000 });
const book: PromptBook = { title: "Hamlet", items: ["1.1.1", "1.1.2", "1.1.3"].map(line), cues: [], production: "hamlet", revision: 1 };
const prompt: Prompt = { role: "hamlet", line: "1.1.2", text: "To be, or", level: 1 };

describe("a prompt", () => {
  it("stands until its line is spoken", () => {
    expect(promptNow(prompt, book, null)).toBe(prompt);
    expect(promptNow(prompt, book, "1.1.1")).toBe(prompt);
    expect(promptNow(prompt, book, "1.1.2")).toBeNull();
  });

  it("goes when the play went past its line", () => {
    expect(promptNow(prompt, book, "1.1.3")).toBeNull();
  });

  it("stands when nothing is known of where the play is", () => {
    expect(promptNow(prompt, null, "1.1.3")).toBe(prompt);
    expect(promptNow(prompt, book, "a line of another book")).toBe(prompt);
  });
});
