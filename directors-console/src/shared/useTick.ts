import { useEffect, useState } from "react";

/** Draws again every so many milliseconds; gives the time of day. */
export function useTick(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
