import type { Book } from "../book/book";
import type { CueEntry, ProductionDocument } from "../production/document";

/** Where the cues have a role: on a mark, or off by an entrance. */
export interface TrackedPlace {
  mark: string | null;
  entrance: string | null;
}

/** The stage as the main list has it after all that is called up to a line. */
export interface TrackedStage {
  roles: ReadonlyMap<string, TrackedPlace>;
  piecesIn: ReadonlySet<string>;
  /** Number of the last cue that moved a role. */
  lastBlocking: string | null;
}

/** Follows the sheet up to a line, that line's cues with it; before the first line for null. A cue that is left out is passed over. */
export function trackTo(document: ProductionDocument, book: Book, line: string | null, without: string | null = null): TrackedStage {
  const roles = new Map<string, TrackedPlace>();
  const piecesIn = new Set(Object.entries(document.stage.pieces ?? {}).flatMap(([id, piece]) => (piece.flown && piece.flown.start !== "out" ? [id] : [])));
  let lastBlocking: string | null = null;
  const row = book.rowOf(line);
  const follow = (cue: CueEntry) => {
    if (cue.number === without || cue.armed === false) return;
    for (const { role, to, by } of cue.blocking ?? []) {
      if (to !== undefined) roles.set(role, { mark: to, entrance: null });
      else if (by !== undefined) roles.set(role, { mark: null, entrance: by });
      lastBlocking = String(cue.number);
    }
    for (const [piece, way] of Object.entries(cue.fly ?? {})) {
      if (way === "in") piecesIn.add(piece);
      else piecesIn.delete(piece);
    }
    for (const member of cue.group?.cues ?? []) follow(member);
  };
  for (const cue of document.cues) {
    if (cue.line !== undefined && book.rowOf(String(cue.line)) > row) break;
    if (row >= 0) follow(cue);
  }
  return { roles, piecesIn, lastBlocking };
}

/** Lines on which roles are moved, in the play's order. */
export function blockedLines(document: ProductionDocument): string[] {
  const moves = (cue: CueEntry): boolean => cue.blocking !== undefined || cue.group?.cues.some(moves) === true;
  return [...new Set(document.cues.flatMap((cue) => (cue.line !== undefined && moves(cue) ? [String(cue.line)] : [])))];
}
