import type { CueInfo } from "../../contracts/contracts";

/** Which cues of the sheet are listed. */
export interface CueFilter {
  /** The list; null for all of them. */
  list: string | null;
  /** Departments that are left out. */
  without: ReadonlySet<string>;
  /** Words that stand in a cue's number, title, notes or in what it does. */
  text: string;
}

export const everything: CueFilter = { list: null, without: new Set(), text: "" };

/** The cues that a filter lets through, in the sheet's order, members behind their groups. */
export function filtered(cues: readonly CueInfo[], { list, without, text }: CueFilter): CueInfo[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return cues.filter((cue) => {
    if ((list !== null && cue.list !== list) || without.has(cue.department)) return false;
    const said = `${cue.number} ${cue.title} ${cue.summary} ${cue.notes}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

export function toggled(without: ReadonlySet<string>, department: string): ReadonlySet<string> {
  const next = new Set(without);
  if (!next.delete(department)) next.add(department);
  return next;
}
