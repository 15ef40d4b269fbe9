import { CueState, type CueInfo, type CueView, type PerformanceView } from "../../contracts/contracts";

const byView = new WeakMap<PerformanceView, ReadonlyMap<string, CueView>>();

/** Where the server says that a cue is; null while it waits. */
export function cueView(view: PerformanceView, number: string): CueView | null {
  let cues = byView.get(view);
  if (!cues) byView.set(view, (cues = new Map(view.cues.map((cue) => [cue.number, cue]))));
  return cues.get(number) ?? null;
}

export function cueState(view: PerformanceView, number: string): CueState {
  if (view.warned === number && view.standby !== number) return CueState.Warned;
  return cueView(view, number)?.state ?? CueState.Waiting;
}

/** How far a cue's present phase is at a show time, 0 to 1; null when nothing is due. */
export function cueProgress(cue: CueView, info: CueInfo | null, showMs: number): number | null {
  if (cue.leftMs !== null && info && info.durationMs > 0) return Math.min(1, Math.max(0, 1 - cue.leftMs / info.durationMs));
  if (cue.startedMs === null || cue.dueMs === null) return null;
  const phaseStart = cue.state === CueState.PreWait ? cue.startedMs : Math.min(cue.dueMs, cue.startedMs + (info?.preWaitMs ?? 0));
  if (cue.dueMs <= phaseStart) return 1;
  return Math.min(1, Math.max(0, (showMs - phaseStart) / (cue.dueMs - phaseStart)));
}
