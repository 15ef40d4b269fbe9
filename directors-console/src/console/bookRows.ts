import type { BookItem, CueInfo, PromptBook } from "../contracts/contracts";

/** A row of the prompt book: an entry, and the cues that are called on it. */
export interface BookRow {
  item: BookItem;
  cues: readonly CueInfo[];
}

/** The book in reading order, each cue at its line. */
export function bookRows(book: PromptBook): BookRow[] {
  const byLine = new Map<string, CueInfo[]>();
  for (const cue of book.cues) if (cue.line !== null) byLine.set(cue.line, [...(byLine.get(cue.line) ?? []), cue]);
  return book.items.map((item) => ({ item, cues: item.id === "" ? [] : (byLine.get(item.id) ?? []) }));
}
