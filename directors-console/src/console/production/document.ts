/** A production's document as its editors see it: the keys of production.yaml. What this page does not edit passes through untouched. */
export interface ProductionDocument {
  title: string;
  play: string;
  cuts?: CutEntry[];
  roles: Record<string, RoleEntry>;
  stage: StageEntry;
  lamps: Record<string, LampEntry>;
  looks: Record<string, LookEntry>;
  presetLook: string;
  panicLook: string;
  sounds?: Record<string, SoundEntry>;
  fights?: Record<string, unknown>;
  cues: CueEntry[];
  lists?: Record<string, CueEntry[]>;
  cart?: CueEntry[];
}

export type CutEntry = { division: string } | { from: string; to: string };

export interface RoleEntry {
  name: string;
  colour: string;
  speakers?: string | string[];
  doubles?: string | string[];
}

export type Point = [number, number, number];

export interface StageEntry {
  width: number;
  depth: number;
  pieces?: Record<string, PieceEntry>;
  entrances: Record<string, EntranceEntry>;
  marks: Record<string, MarkEntry>;
}

export interface PieceEntry {
  shape: "box" | "cylinder" | "cone" | "stairs";
  size: Point;
  position: Point;
  rotation?: number;
  colour: string;
  flown?: { out: Point; start?: "in" | "out" };
  model?: string;
}

export interface EntranceEntry {
  x: number;
  z: number;
}

export interface MarkEntry extends EntranceEntry {
  facing?: number;
}

export interface LampEntry {
  kind: "ambient" | "sky" | "spot" | "wash";
  position?: Point;
  target?: Point;
  angle?: number;
}

export interface Level {
  colour: string;
  intensity: number;
}

export type LookEntry = Record<string, Level>;

export interface SoundEntry {
  description: string;
  file?: string;
  loop?: boolean;
  gain?: number;
}

export interface StepEntry {
  role: string;
  from?: string;
  to?: string;
  by?: string;
  gait?: "walk" | "run";
  speed?: number;
  emote?: string;
}

/** A cue as it stands in the sheet, with exactly one of the keys that say what it does. */
export interface CueEntry {
  number: string;
  title: string;
  line?: string;
  department?: string;
  preWait?: number;
  duration?: number;
  postWait?: number;
  continue?: "none" | "auto-continue" | "auto-follow";
  armed?: boolean;
  flagged?: boolean;
  colour?: string;
  notes?: string;
  look?: string;
  sound?: string;
  fly?: Record<string, "in" | "out">;
  blocking?: StepEntry[];
  fight?: string;
  call?: { text: string; roles?: string | string[] };
  performer?: { role: string; enters?: string; to?: string; leaves?: true };
  message?: { to: string; address: string; arguments?: (string | number | boolean | { text: string })[] };
  group?: { mode: "simultaneous" | "sequence" | "random"; cues: CueEntry[] };
  goTo?: string;
  wait?: number;
  memo?: string;
  pause?: string;
  resume?: string;
  stop?: string;
  fade?: string;
}

/** A text or a list of texts, as the format lets both stand. */
export const asTexts = (value: string | string[] | undefined): string[] => (value === undefined ? [] : typeof value === "string" ? [value] : value);

/** Every list of the sheet with its name, the main one first. */
export function listsOf(document: ProductionDocument): [string, CueEntry[]][] {
  return [["main", document.cues], ...Object.entries(document.lists ?? {}), ...(document.cart ? [["cart", document.cart] as [string, CueEntry[]]] : [])];
}

/** Where a cue stands. */
export interface Place {
  list: string;
  cue: CueEntry;
  /** The list or group that it stands in. */
  among: CueEntry[];
  at: number;
  /** Number of the group that it is a member of; null for none. */
  group: string | null;
}

export function findCue(document: ProductionDocument, number: string): Place | null {
  const within = (list: string, among: CueEntry[], group: string | null): Place | null => {
    for (const [at, cue] of among.entries()) {
      if (String(cue.number) === number) return { list, cue, among, at, group };
      const inside = cue.group ? within(list, cue.group.cues, String(cue.number)) : null;
      if (inside) return inside;
    }
    return null;
  };
  for (const [list, cues] of listsOf(document)) {
    const found = within(list, cues, null);
    if (found) return found;
  }
  return null;
}

/** All numbers that are taken. */
export function numbersOf(document: ProductionDocument): string[] {
  const of = (cues: CueEntry[]): string[] => cues.flatMap((cue) => [String(cue.number), ...(cue.group ? of(cue.group.cues) : [])]);
  return listsOf(document).flatMap(([, cues]) => of(cues));
}

/** A number that nothing has yet, counting on from one: "LX 12" gives "LX 12.5" or, where that is taken, the next that is free. */
export function numberAfter(document: ProductionDocument, number: string): string {
  const taken = new Set(numbersOf(document));
  const [, prefix = "", digits = ""] = /^(.*?)(\d+(?:\.\d+)?)?$/.exec(number) ?? [];
  const from = digits === "" ? 0 : Number(digits);
  for (const step of [1, 0.5, 0.1]) {
    const next = `${prefix}${Number((from + step).toFixed(3))}`;
    if (!taken.has(next)) return next;
  }
  for (let count = 1; ; count++) {
    const next = `${prefix}${Number((from + count / 100).toFixed(3))}`;
    if (!taken.has(next)) return next;
  }
}
