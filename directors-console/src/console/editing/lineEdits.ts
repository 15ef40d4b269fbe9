import type { IProductionEdit } from "../../contracts/contracts";
import { Store } from "../../shared/store";
import type { Book } from "../book/book";
import { numberAfter, type CueEntry, type CutEntry, type ProductionDocument } from "../production/document";

/** The line from which a cut will go that has no end yet. */
export const cutStart = new Store<string | null>(null);

/** The last cue of the main list that is called on a line or before it; null when there is none. */
export function lastCueBefore(book: Book, document: ProductionDocument, line: string): string | null {
  const row = book.rowOf(line);
  const before = document.cues.filter((cue) => cue.line !== undefined && book.rowOf(String(cue.line)) <= row);
  return before.at(-1)?.number ?? null;
}

/** Where a new cue on a line goes, and the number that it could have. */
export function newCueAt(book: Book, document: ProductionDocument, line: string, like: string): { after: string | null; draft: Partial<CueEntry> } {
  const after = lastCueBefore(book, document, line);
  return { after, draft: { line, number: numberAfter(document, like) } };
}

const cutsOf = (document: ProductionDocument): CutEntry[] => document.cuts ?? [];

export const withCut = (document: ProductionDocument, cut: CutEntry): IProductionEdit => ({ type: "SetValue", value: { key: "cuts", value: JSON.stringify([...cutsOf(document), cut]) } });

export const withoutCut = (document: ProductionDocument, at: number): IProductionEdit => ({
  type: "SetValue",
  value: { key: "cuts", value: JSON.stringify(cutsOf(document).filter((_, index) => index !== at)) },
});

/** A cut in words. */
export const cutWords = (cut: CutEntry): string => ("division" in cut ? `${cut.division}, whole` : cut.from === cut.to ? `line ${cut.from}` : `lines ${cut.from} to ${cut.to}`);
