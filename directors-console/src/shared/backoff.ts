const firstMs = 250;
const mostMs = 3000;

/** How long to wait before the given attempt (0 is the first): doubling to three seconds, with jitter, so that a house does not come back all at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.round(whole * (0.75 + random() * 0.25));
}

export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
