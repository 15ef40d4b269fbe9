import type { Director } from "./Director";

/** Show time and performance time now; while the line is down, when it went. */
export function timesNow({ view, connection }: Director): { show: number; performance: number } | null {
  if (!view) return null;
  const performance = connection.timeMs();
  return { show: view.showTimeMs + (view.showTimeRuns ? Math.max(0, performance - view.timeMs) : 0), performance };
}
