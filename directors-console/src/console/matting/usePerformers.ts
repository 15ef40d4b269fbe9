import { useEffect, useState } from "react";
import type { PerformersView } from "../../contracts/contracts";
import { houseAddress } from "../../house/connection";
import { Pictures } from "../../pictures/Pictures";
import { PicturesConnection } from "../../pictures/PicturesConnection";
import { api, RefusedError } from "../../shared/api";
import { pause } from "../../shared/backoff";

const pollMs = 1000;

export interface PerformersNow {
  view: PerformersView | null;
  /** Why nothing newer is known; null while it is. */
  trouble: string | null;
}

/** The performers of a performance as they were a second ago at most. */
export function usePerformers(performance: string, ticket: string): PerformersNow {
  const [now, setNow] = useState<PerformersNow>({ view: null, trouble: null });
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      while (!stop.signal.aborted) {
        try {
          const view = await api.performers(performance, { ticket, signal: stop.signal });
          if (!stop.signal.aborted) setNow({ view, trouble: null });
        } catch (error) {
          if (!stop.signal.aborted) setNow(({ view }) => ({ view, trouble: error instanceof Error ? error.message : String(error) }));
          // A no stays a no.
          if (error instanceof RefusedError && error.status < 429) return;
        }
        await pause(pollMs, stop.signal);
      }
    })();
    return () => stop.abort();
  }, [performance, ticket]);
  return now;
}

/** Their pictures, for as long as the view is looked at; operators see also those whom no cue has put on yet. */
export function usePerformerPictures(performance: string, ticket: string): Pictures {
  const [pictures] = useState(() => new Pictures());
  useEffect(() => {
    const connection = new PicturesConnection(houseAddress(performance, ticket, "pictures"), pictures);
    connection.start();
    return () => connection.stop();
  }, [performance, ticket, pictures]);
  return pictures;
}
