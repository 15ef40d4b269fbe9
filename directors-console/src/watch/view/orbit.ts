import type { FreeCamera } from "../../stage/camera/freeCamera";

const radiansPerPixel = 0.006;
const stepRadians = 0.08;
const stepFactor = 0.9;

/** What a press of a key does to a free camera. */
export const orbitKeys: Record<string, (camera: FreeCamera) => void> = {
  ArrowLeft: (camera) => camera.turn(-stepRadians, 0),
  ArrowRight: (camera) => camera.turn(stepRadians, 0),
  ArrowUp: (camera) => camera.turn(0, stepRadians),
  ArrowDown: (camera) => camera.turn(0, -stepRadians),
  "+": (camera) => camera.approach(stepFactor),
  "=": (camera) => camera.approach(stepFactor),
  "-": (camera) => camera.approach(1 / stepFactor),
  Home: (camera) => camera.reset(),
};

/** Lets a free camera follow mouse and fingers on an element, until the answer is called: one drags it round, two come nearer. */
export function orbitBy(element: HTMLElement, camera: FreeCamera): () => void {
  const held = new Map<number, { x: number; y: number }>();
  const spread = () => {
    const [one, other] = [...held.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : null;
  };
  const down = (event: PointerEvent) => {
    element.setPointerCapture(event.pointerId);
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const wide = spread();
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = spread();
    if (wide !== null && now !== null) camera.approach(wide / Math.max(1, now));
    else camera.turn((before.x - event.clientX) * radiansPerPixel, (event.clientY - before.y) * radiansPerPixel);
  };
  const up = (event: PointerEvent) => held.delete(event.pointerId);
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    camera.approach(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 400))));
  };
  const listening = new AbortController();
  const { signal } = listening;
  element.addEventListener("pointerdown", down, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", up, { signal });
  element.addEventListener("pointercancel", up, { signal });
  element.addEventListener("wheel", wheel, { signal, passive: false });
  return () => listening.abort();
}
