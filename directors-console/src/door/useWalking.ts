import { useCallback, useEffect, useMemo, useState } from "react";
import type { Seat } from "../stage/view/eyes";
import { readPad, type PadButton } from "./gamepad";
import type { StageWorld } from "../stage/world";
import type { StageConnection } from "./stageConnection";
import { Walk } from "./walk";

const tickMs = 33;
/** How often a snapshot is acknowledged by somebody who stands still. */
const idleTicks = 6;
const seats: readonly Seat[] = ["house", "behind", "eyes"];

export interface Walking {
  walk: Walk;
  seat: Seat;
  sit(seat: Seat): void;
}

/** Walks by keys, or by a gamepad; other keys go on to the caller. C, or the pad's upper button, takes the next seat. */
export function useWalking(connection: StageConnection, world: StageWorld): Walking {
  const walk = useMemo(() => new Walk(), []);
  const [seat, setSeat] = useState<Seat>(walk.seat);
  const sit = useCallback(
    (next: Seat) => {
      walk.sit(next, world.poses.newest.find((pose) => pose.actor === connection.actor.get())?.facing ?? null);
      setSeat(next);
    },
    [walk, world, connection],
  );
  useEffect(() => {
    const sitNext = () => sit(seats[(seats.indexOf(walk.seat) + 1) % seats.length]!);
    const press = (event: KeyboardEvent) => {
      const isText = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
      if (isText || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.code === "KeyC" && event.type === "keydown" && !event.repeat) sitNext();
      if (walk.key(event.code, event.type === "keydown", event.shiftKey)) event.preventDefault();
    };
    const release = () => walk.release();
    let idle = 0;
    let wasDown: ReadonlySet<PadButton> = new Set();
    let hadPad = false;
    const timer = setInterval(() => {
      const pad = navigator.getGamepads().map((one) => one && readPad(one)).find((one) => one !== null) ?? null;
      if (pad || hadPad) walk.tilt(pad?.direction ?? null, pad?.turn ?? 0, pad?.runs ?? false);
      hadPad = pad !== null;
      if (pad?.pressed.has("look") && !wasDown.has("look")) sitNext();
      wasDown = pad?.pressed ?? new Set();
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
  }, [connection, walk, sit]);
  return { walk, seat, sit };
}
