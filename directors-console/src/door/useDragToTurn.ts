import { useEffect, type RefObject } from "react";
import type { Walk } from "./walk";

const radiansAPixel = 0.006;

/** Turns who sees by themselves when the picture is dragged, by a finger or a mouse. */
export function useDragToTurn(area: RefObject<HTMLElement | null>, walk: Walk): void {
  useEffect(() => {
    const picture = area.current;
    if (!picture) return;
    let from: { id: number; x: number } | null = null;
    const grab = (event: PointerEvent) => {
      if (walk.seat !== "house" && event.target instanceof HTMLCanvasElement) from = { id: event.pointerId, x: event.clientX };
    };
    const drag = (event: PointerEvent) => {
      if (from?.id !== event.pointerId) return;
      walk.turn((event.clientX - from.x) * radiansAPixel);
      from.x = event.clientX;
    };
    const drop = (event: PointerEvent) => {
      if (from?.id === event.pointerId) from = null;
    };
    picture.addEventListener("pointerdown", grab);
    addEventListener("pointermove", drag);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", drop);
    return () => {
      picture.removeEventListener("pointerdown", grab);
      removeEventListener("pointermove", drag);
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", drop);
    };
  }, [area, walk]);
}
