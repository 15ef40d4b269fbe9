import { PerspectiveCamera } from "three";
import { beforeEach, expect, test } from "vitest";
import { FreeCamera } from "../../stage/camera/freeCamera";
import type { Sight } from "../../stage/camera/houseCamera";
import { orbitBy, orbitKeys } from "./orbit";

let element: HTMLElement;
let free: FreeCamera;
let leave: () => void;

beforeEach(() => {
  element = document.createElement("div");
  element.setPointerCapture = () => undefined;
  free = new FreeCamera();
  leave = orbitBy(element, free);
});

function eye() {
  const camera = new PerspectiveCamera();
  free.aim(camera, { aspect: 1.6 } as Sight);
  return camera.position;
}

const press = (type: string, pointerId: number, clientX: number, clientY: number) => element.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY }));

test("a drag to the left goes round to the right, and one down goes up; without a press nothing moves", () => {
  const first = eye();
  press("pointermove", 1, 500, 500);
  expect(eye().equals(first)).toBe(true);
  press("pointerdown", 1, 300, 300);
  press("pointermove", 1, 200, 340);
  expect(eye().x).toBeGreaterThan(first.x);
  expect(eye().y).toBeGreaterThan(first.y);
  press("pointerup", 1, 200, 340);
  const left = eye();
  press("pointermove", 1, 0, 0);
  expect(eye().equals(left)).toBe(true);
});

test("two fingers that part come nearer, and turn nothing", () => {
  const first = eye();
  press("pointerdown", 1, 200, 200);
  press("pointerdown", 2, 300, 200);
  press("pointermove", 2, 400, 200);
  expect(eye().x).toBeCloseTo(first.x);
  expect(eye().z).toBeLessThan(first.z);
});

test("the wheel comes nearer and goes away, and keys do all of it", () => {
  const first = eye();
  element.dispatchEvent(new WheelEvent("wheel", { deltaY: -120, cancelable: true }));
  expect(eye().z).toBeLessThan(first.z);
  orbitKeys["Home"]!(free);
  expect(eye().equals(first)).toBe(true);
  for (const [key, axis, sign] of [["ArrowRight", "x", 1], ["ArrowLeft", "x", -1], ["ArrowUp", "y", 1], ["+", "z", -1], ["-", "z", 1]] as const) {
    free.reset();
    orbitKeys[key]!(free);
    expect([key, Math.sign(eye()[axis] - first[axis])]).toEqual([key, sign]);
  }
});

test("it ends when the view is another one", () => {
  leave();
  const first = eye();
  press("pointerdown", 1, 300, 300);
  press("pointermove", 1, 100, 300);
  expect(eye().equals(first)).toBe(true);
});
