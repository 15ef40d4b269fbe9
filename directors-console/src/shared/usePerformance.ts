import { useEffect, useState } from "react";
import { findPerformance } from "./route";

/** The performance that this page is about; null until it is known. */
export function usePerformance(): string | null {
  const [performance, setPerformance] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    findPerformance(stop.signal).then(setPerformance, () => undefined);
    return () => stop.abort();
  }, []);
  return performance;
}
