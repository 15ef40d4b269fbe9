import { useEffect, useRef } from "react";
import type { Microphone } from "./Microphone";

const everyMs = 100;

/** How loud the microphone is. */
export function LevelMeter({ microphone }: { microphone: Microphone }) {
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (meter.current) meter.current.value = microphone.level;
    }, everyMs);
    return () => clearInterval(timer);
  }, [microphone]);
  return <meter ref={meter} className="level" min={0} max={1} low={0.02} high={0.9} optimum={0.4} aria-label="Microphone level" />;
}
