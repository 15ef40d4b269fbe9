import { RecordingMarkKind, type RecordingContents, type RecordingMark } from "../contracts/contracts";

/** "1:02:03", or "2:03" for less than an hour. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, "0")];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** "1 hour 2 minutes 3 seconds", for who hears it. */
export function timeInWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ] as const;
  const said = parts.filter(([count, unit]) => count > 0 || (unit === "second" && seconds === 0));
  return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");
}

/** Real milliseconds from a recording's beginning to a performance time. */
export const offsetOf = (contents: Pick<RecordingContents, "fromMs" | "rate">, timeMs: number): number => (timeMs - contents.fromMs) / Math.max(0.01, contents.rate);

/** The performance time so many real milliseconds behind a recording's beginning. */
export const timeAt = (contents: Pick<RecordingContents, "fromMs" | "rate">, offsetMs: number): number => contents.fromMs + offsetMs * Math.max(0.01, contents.rate);

/** The act and the scene at a time, as people say it; empty before the first. */
export function placeAt(marks: readonly RecordingMark[], timeMs: number): string {
  const last = (kind: RecordingMarkKind) => marks.findLast((mark) => mark.kind === kind && mark.timeMs <= timeMs);
  const [act, scene] = [last(RecordingMarkKind.Act), last(RecordingMarkKind.Scene)];
  return [act, scene && (!act || scene.timeMs >= act.timeMs) ? scene : undefined].flatMap((mark) => mark?.text ?? []).join(", ");
}

export const placeKinds = ["scenes", "lines", "cues"] as const;
export type PlaceKind = (typeof placeKinds)[number];

const kindsOf: Record<PlaceKind, readonly RecordingMarkKind[]> = {
  scenes: [RecordingMarkKind.Act, RecordingMarkKind.Scene],
  lines: [RecordingMarkKind.Line],
  cues: [RecordingMarkKind.Cue],
};

/** The places of a kind in which a text is found, in their order. */
export function placesOf(marks: readonly RecordingMark[], kind: PlaceKind, sought: string): RecordingMark[] {
  const needle = sought.trim().toLowerCase();
  return marks.filter((mark) => kindsOf[kind].includes(mark.kind) && `${mark.id} ${mark.speaker} ${mark.text}`.toLowerCase().includes(needle));
}

/** What stands on a place's button. */
export const placeWords = (mark: RecordingMark): string =>
  mark.kind === RecordingMarkKind.Line ? `${mark.speaker}: ${mark.text}` : mark.kind === RecordingMarkKind.Cue ? `${mark.id} ${mark.text}`.trim() : mark.text;
