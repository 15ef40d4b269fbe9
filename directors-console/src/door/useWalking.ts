import { useEffect } from "react";
import type { StageConnection } from "./stageConnection";
import { Walk } from "./walk";

const tickMs = 33;
/** How often a snapshot is acknowledged by somebody who stands still. */
const idleTicks = 6;

/** Walks by the arrow keys or WASD, runs with Shift; other keys go on to the caller. */
export function useWalking(connection: StageConnection): void {
  useEffect(() => {
    const walk = new Walk();
    const press = (event: KeyboardEvent) => {
      const isText = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
      if (isText || event.ctrlKey || event.altKey || event.metaKey) return;
      if (walk.key(event.code, event.type === "keydown", event.shiftKey)) event.preventDefault();
    };
    const release = () => walk.release();
    let idle = 0;
    const timer = setInterval(() => {
      const input = walk.next(performance.now());
      if (input || ++idle % idleTicks === 0) connection.move(input);
    }, tickMs);
    addEventListener("keydown", press);
    addEventListener("keyup", press);
    addEventListener("blur", release);
    return () => {
      clearInterval(timer);
      removeEventListener("keydown", press);
      removeEventListener("keyup", press);
      removeEventListener("blur", release);
    };
  }, [connection]);
}
