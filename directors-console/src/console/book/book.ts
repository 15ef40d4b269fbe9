import { BookItemKind, ContinueMode, type BookItem, type CueInfo, type PromptBook } from "../../contracts/contracts";

/** A row of the prompt book: an entry, and the cues that are called on it. */
export interface BookRow {
  item: BookItem;
  cues: readonly CueInfo[];
}

/** A line and who speaks it. */
export interface SpokenLine {
  item: BookItem;
  speaker: string;
}

export const mainList = "main";
export const cartList = "cart";

/** The prompt book in reading order, each cue at its line, and the ways to find something in it. */
export class Book {
  readonly rows: readonly BookRow[];
  private readonly cueByNumber: ReadonlyMap<string, CueInfo>;
  private readonly rowById: ReadonlyMap<string, number>;
  private readonly main: readonly CueInfo[];

  constructor(readonly source: PromptBook) {
    const called = new Map<string, CueInfo[]>();
    for (const cue of source.cues) if (cue.line !== null && cue.group === null) called.set(cue.line, [...(called.get(cue.line) ?? []), cue]);
    this.rows = source.items.map((item) => ({ item, cues: item.id === "" ? [] : (called.get(item.id) ?? []) }));
    this.rowById = new Map(source.items.flatMap((item, row) => (item.id === "" ? [] : [[item.id, row] as const])));
    this.cueByNumber = new Map(source.cues.map((cue) => [cue.number, cue]));
    this.main = source.cues.filter((cue) => cue.list === mainList && cue.group === null);
  }

  cue(number: string | null): CueInfo | null {
    return number === null ? null : (this.cueByNumber.get(number) ?? null);
  }

  /** Names of the lists that hold cues, the main one first. */
  get lists(): string[] {
    return [...new Set([mainList, ...this.source.cues.map((cue) => cue.list)])];
  }

  /** The row of a line or a division; -1 for none. */
  rowOf(id: string | null): number {
    return id === null ? -1 : (this.rowById.get(id) ?? -1);
  }

  line(id: string | null): SpokenLine | null {
    const row = this.rowOf(id);
    return row < 0 ? null : this.spoken(row);
  }

  /** The line after a line; the first one when there is no line yet. */
  lineAfter(id: string | null): SpokenLine | null {
    for (let row = this.rowOf(id) + 1; row < this.rows.length; row++) if (this.rows[row]?.item.kind === BookItemKind.Line) return this.spoken(row);
    return null;
  }

  /** Headings of the divisions that hold a line or a heading: act, then scene. */
  placeOf(id: string | null): BookItem[] {
    const row = this.rowOf(id);
    const wanted = id?.split(".").slice(0, -1) ?? [];
    const found: BookItem[] = [];
    for (let at = row; at >= 0 && found.length < wanted.length; at--) {
      const item = this.rows[at]?.item;
      if (item?.kind === BookItemKind.Heading && wanted.slice(0, item.id.split(".").length).join(".") === item.id) found.unshift(item);
    }
    return found;
  }

  /** Cues of the list that a cue stands in, from that cue on. */
  cuesFrom(number: string | null, count: number): CueInfo[] {
    const first = this.cue(number);
    if (!first) return [];
    const list = first.list === mainList ? this.main : this.source.cues.filter((cue) => cue.list === first.list && cue.group === null);
    const at = list.indexOf(first);
    return at < 0 ? [] : list.slice(at, at + count);
  }

  membersOf(group: string): CueInfo[] {
    return this.source.cues.filter((cue) => cue.group === group);
  }

  /** A cue and those that its GO starts by themselves after it. */
  chainFrom(number: string): CueInfo[] {
    const following = this.cuesFrom(number, this.source.cues.length);
    const end = following.findIndex((cue) => cue.continue === ContinueMode.None);
    return end < 0 ? following : following.slice(0, end + 1);
  }

  /** Departments that a cue's GO gives work, in the sheet's order. */
  departmentsOf(number: string): string[] {
    const all = this.chainFrom(number).flatMap((cue) => [cue, ...this.membersOf(cue.number)]);
    return [...new Set(all.map((cue) => cue.department))];
  }

  private spoken(row: number): SpokenLine | null {
    const item = this.rows[row]?.item;
    if (!item) return null;
    for (let at = row - 1; at >= 0; at--) {
      const before = this.rows[at]?.item;
      if (before?.kind === BookItemKind.Speaker) return { item, speaker: before.text };
      if (before?.kind === BookItemKind.Heading) break;
    }
    return { item, speaker: "" };
  }
}
