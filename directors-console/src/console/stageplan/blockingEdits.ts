import type { IProductionEdit } from "../../contracts/contracts";
import type { Book } from "../book/book";
import { lastCueBefore } from "../editing/lineEdits";
import { numberAfter, type CueEntry, type EntranceEntry, type ProductionDocument, type StepEntry } from "../production/document";
import { trackTo } from "./tracking";

export interface Spot {
  x: number;
  z: number;
}

/** A place nearer than this to a mark means the mark. */
const snapMetres = 0.6;

export const round = (metres: number): number => Math.round(metres * 20) / 20;

const distance = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.z - b.z);

export function nearest(places: Record<string, EntranceEntry>, spot: Spot): [string, number] | null {
  const all = Object.entries(places).map(([id, place]) => [id, distance(place, spot)] as [string, number]);
  return all.toSorted((a, b) => a[1] - b[1])[0] ?? null;
}

/** Where a role that is dropped at a spot goes: off by the nearest entrance when that is beside the stage, onto a mark that is near, or onto a new one. */
export function targetAt(document: ProductionDocument, role: string, spot: Spot): { by: string } | { to: string; mark: EntranceEntry | null } | null {
  const { width, depth, entrances, marks } = document.stage;
  if (Math.abs(spot.x) > width / 2 || Math.abs(spot.z) > depth / 2) {
    const entrance = nearest(entrances, spot);
    return entrance ? { by: entrance[0] } : null;
  }
  const mark = nearest(marks, spot);
  if (mark && mark[1] <= snapMetres) return { to: mark[0], mark: null };
  let count = 1;
  while (marks[`${role}-${count}`]) count++;
  return { to: `${role}-${count}`, mark: { x: round(spot.x), z: round(spot.z) } };
}

/** What gives a role its blocking at a line: the line's own blocking cue is changed, or a new one is put there. */
export function blockRole(document: ProductionDocument, book: Book, line: string, role: string, spot: Spot): { what: string; edits: IProductionEdit[] } | null {
  const target = targetAt(document, role, spot);
  if (!target) return null;
  const own = document.cues.findLast((cue) => String(cue.line) === line && cue.blocking) ?? null;
  const before = trackTo(document, book, line, own?.number ?? null);
  const place = before.roles.get(role);
  const former = own?.blocking?.find((one) => one.role === role);
  const isOn = place !== undefined && place.mark !== null;
  const name = document.roles[role]?.name ?? role;
  if ("by" in target && !isOn) return null;
  const step: StepEntry =
    "by" in target ? { role, by: target.by } : isOn ? { role, to: target.to } : { role, from: former?.from ?? place?.entrance ?? nearest(document.stage.entrances, spot)?.[0] ?? "", to: target.to };
  const edits: IProductionEdit[] = [];
  if ("mark" in target && target.mark) edits.push({ type: "PutEntry", value: { section: "stage.marks", key: target.to, value: JSON.stringify(target.mark) } });
  edits.push(own ? changed(own, step) : inserted(document, book, line, step, "by" in target ? `${name} goes` : `${name} to ${target.to}`, before.lastBlocking));
  return { what: "by" in target ? `${name} off by ${target.by} at ${line}` : `${name} to ${target.to} at ${line}`, edits };
}

function changed(cue: CueEntry, step: StepEntry): IProductionEdit {
  const steps = cue.blocking ?? [];
  const blocking = steps.some(({ role }) => role === step.role) ? steps.map((one) => (one.role === step.role ? step : one)) : [...steps, step];
  return { type: "ChangeCue", value: { number: String(cue.number), cue: JSON.stringify({ ...cue, blocking }) } };
}

function inserted(document: ProductionDocument, book: Book, line: string, step: StepEntry, title: string, like: string | null): IProductionEdit {
  const cue: CueEntry = { number: numberAfter(document, like ?? "B 0"), title, line, duration: 3, blocking: [step] };
  return { type: "InsertCue", value: { cue: JSON.stringify(cue), after: lastCueBefore(book, document, line), list: null } };
}
