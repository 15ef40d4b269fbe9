import type { SeenView } from "./directorsConnection";

/** Show time and performance time at this moment, from the view that came last. */
export function timesNow({ view, receivedMs }: SeenView, isConnected: boolean, nowMs: number = performance.now()) {
  const since = isConnected ? (nowMs - receivedMs) * view.rate : 0;
  return { show: view.showTimeMs + (view.showTimeRuns ? since : 0), performance: view.timeMs + since };
}
