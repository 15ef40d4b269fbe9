import type { PerformanceView } from "../../contracts/contracts";
import type { Book } from "../book/book";

/** The act that is played, and how long: from the GO of its first cue that was called. Null before the first line. */
export function actClock(book: Book, view: PerformanceView, showMs: number): { title: string; ms: number | null } | null {
  const act = book.placeOf(view.currentLine)[0];
  if (!act) return null;
  const started = view.cues.flatMap(({ number, startedMs }) => {
    const line = book.cue(number)?.line;
    return startedMs !== null && line?.startsWith(`${act.id}.`) ? [startedMs] : [];
  });
  return { title: act.text.split(/[.:]/)[0] ?? act.text, ms: started.length === 0 ? null : Math.max(0, showMs - Math.min(...started)) };
}
