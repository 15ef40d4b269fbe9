import type { Direction } from "./wish";

/** What a pad says at a moment, by the standard layout (W3C Gamepad, "standard"). */
export interface PadState {
  direction: Direction | null;
  /** Right stick: -1 turns to the right, 1 to the left. */
  turn: number;
  runs: boolean;
  /** Buttons that are down. */
  pressed: ReadonlySet<PadButton>;
}

export type PadButton = "look" | "emotes" | "speak" | "stand";

const buttons: Record<PadButton, number> = { stand: 1, emotes: 2, look: 3, speak: 4 };
const runButton = 7;
const leftStickButton = 10;
/** Sticks are never quite in the middle. */
const deadZone = 0.18;

/** Reads a pad; null for one with another layout. */
export function readPad(pad: Pick<Gamepad, "mapping" | "axes" | "buttons">): PadState | null {
  if (pad.mapping !== "standard") return null;
  const [x = 0, z = 0, turn = 0] = pad.axes;
  const isDown = (index: number) => pad.buttons[index]?.pressed === true;
  return {
    direction: tilt(x, z),
    turn: Math.abs(turn) < deadZone ? 0 : -turn,
    runs: isDown(runButton) || isDown(leftStickButton),
    pressed: new Set((Object.keys(buttons) as PadButton[]).filter((button) => isDown(buttons[button]))),
  };
}

function tilt(x: number, z: number): Direction | null {
  const length = Math.hypot(x, z);
  if (length < deadZone) return null;
  const share = Math.min(1, (length - deadZone) / (1 - deadZone)) / length;
  return { x: x * share, z: z * share };
}
