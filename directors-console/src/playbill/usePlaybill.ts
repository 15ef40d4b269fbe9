import { useEffect, useState } from "react";
import type { Playbill } from "../contracts/contracts";
import { api } from "../shared/api";
import { pause } from "../shared/backoff";

const everyMs = 4000;

/** The playbill, looked up again every few seconds. */
export function usePlaybill() {
  const [found, setFound] = useState<{ playbill: Playbill | null; reached: boolean }>({ playbill: null, reached: false });
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      while (!stop.signal.aborted) {
        const playbill = await api.playbill({ signal: stop.signal }).catch(() => null);
        if (stop.signal.aborted) return;
        setFound((before) => ({ playbill: playbill ?? before.playbill, reached: playbill !== null }));
        await pause(playbill ? everyMs : 1000, stop.signal);
      }
    })();
    return () => stop.abort();
  }, []);
  return found;
}
