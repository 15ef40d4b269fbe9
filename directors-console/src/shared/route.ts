import { api } from "./api";
import { backoffMs, pause } from "./backoff";

/** The performance in an address like `/watch/hamlet-1`; null when it names none. */
export function performanceIn(path: string): string | null {
  const [, , id] = path.split("/");
  return id ? decodeURIComponent(id) : null;
}

/** The performance that the page is about: the one in its address, or the newest on the playbill, waiting for the server and for one to be there. */
export async function findPerformance(signal: AbortSignal): Promise<string> {
  const named = performanceIn(location.pathname);
  if (named) return named;
  for (let attempt = 0; ; attempt++) {
    const playbill = await api.playbill({ signal }).catch(() => null);
    const newest = playbill?.performances[0];
    if (newest) return newest.id;
    signal.throwIfAborted();
    await pause(backoffMs(attempt), signal);
  }
}
