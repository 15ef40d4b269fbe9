import { CueState, type CueInfo, type CueView, type PerformanceView, type PromptBook } from "../contracts/contracts";

export const cueInfo = (book: PromptBook | null, number: string | null): CueInfo | null => (number === null ? null : (book?.cues.find((cue) => cue.number === number) ?? null));

export const cueState = (view: PerformanceView | null, number: string): CueState => view?.cues.find((cue) => cue.number === number)?.state ?? CueState.Waiting;

/** How far a cue's present phase is at a show time, 0 to 1; null when nothing is due. */
export function cueProgress(cue: CueView, info: CueInfo | null, showMs: number): number | null {
  if (cue.startedMs === null || cue.dueMs === null) return null;
  const phaseStart = cue.state === CueState.PreWait ? cue.startedMs : Math.min(cue.dueMs, cue.startedMs + (info?.preWaitMs ?? 0));
  if (cue.dueMs <= phaseStart) return 1;
  return Math.min(1, Math.max(0, (showMs - phaseStart) / (cue.dueMs - phaseStart)));
}
