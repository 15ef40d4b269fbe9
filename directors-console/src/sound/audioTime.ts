/** How performance time goes with the time of an AudioContext. */
export interface AudioTime {
  /** Performance time of what leaves the context now; it is heard when that time has come. */
  nowMs: number;
  /** The context's time at which something must sound that belongs to a performance time. */
  at(timeMs: number): number;
  /** The other way round. */
  msAt(contextTime: number): number;
  rate: number;
}

/** What is played into a device is heard later by its latency, and so is played earlier by that. */
export function audioTime(contextTime: number, latencySeconds: number, timeMs: number, rate: number): AudioTime {
  const nowMs = timeMs + latencySeconds * 1000 * rate;
  return {
    nowMs,
    at: (ms) => contextTime + (ms - nowMs) / 1000 / rate,
    msAt: (context) => nowMs + (context - contextTime) * 1000 * rate,
    rate,
  };
}
