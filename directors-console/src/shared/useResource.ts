import { useEffect, useEffectEvent, useState } from "react";
import { RefusedError } from "./api";
import { backoffMs, pause } from "./backoff";

export type Resource<T> = { value: T | null; refused: RefusedError | null };

/**
 * Fetches until the server answers; a refusal is an answer. Nothing is fetched while the key is null, and a new key fetches
 * anew; so does a new version, and what was there before stays until the answer.
 */
export function useResource<T>(key: string | null, fetch: (signal: AbortSignal) => Promise<T>, version = 0): Resource<T> {
  const [found, setFound] = useState<Resource<T> & { key: string | null }>({ key: null, value: null, refused: null });
  const ask = useEffectEvent(fetch);
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    void (async () => {
      for (let attempt = 0; !stop.signal.aborted; attempt++) {
        try {
          const value = await ask(stop.signal);
          if (!stop.signal.aborted) setFound({ key, value, refused: null });
          return;
        } catch (error) {
          if (stop.signal.aborted) return;
          if (error instanceof RefusedError) {
            setFound({ key, value: null, refused: error });
            return;
          }
          await pause(backoffMs(attempt), stop.signal);
        }
      }
    })();
    return () => stop.abort();
  }, [key, version]);
  return found.key === key ? found : { value: null, refused: null };
}
