import { BookItemKind, type BookItem, type PromptBook } from "../contracts/contracts";

/** What an actor needs to know of the text at a moment. */
export interface Prompt {
  /** The line spoken now; null before the first. */
  now: BookItem | null;
  /** The line before the actor's next one: the word to wait for. */
  cueLine: BookItem | null;
  /** The actor's next lines, in a row. */
  mine: readonly BookItem[];
  /** Lines of others until then. */
  until: number;
}

const shownLines = 6;

/** Finds an actor's next lines after the current one. */
export function promptFor(book: PromptBook, roles: readonly string[], currentLine: string | null): Prompt {
  const lines = book.items.filter((item) => item.kind === BookItemKind.Line);
  const isMine = (line: BookItem) => line.roles.some((role) => roles.includes(role));
  const current = currentLine === null ? -1 : lines.findIndex((line) => line.id === currentLine);
  const next = lines.findIndex((line, index) => index > current && isMine(line));
  const now = lines[current] ?? null;
  if (next < 0) return { now, cueLine: null, mine: [], until: 0 };
  const end = lines.findIndex((line, index) => index > next && !isMine(line));
  const mine = lines.slice(next, end < 0 ? undefined : end).slice(0, shownLines);
  return { now, cueLine: lines[next - 1] ?? null, mine, until: next - current - 1 };
}
