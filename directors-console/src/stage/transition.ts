import type { LampLevel, LightFade, PerformerMove, PerformerPlace, SceneryMove, Transition } from "../contracts/contracts";

/** How far a change is at a performance time: the same steps as Transition.ProgressAt in the C# contracts. */
export function progressAt(change: Transition, timeMs: number): number {
  const at = change.heldAtMs !== null && change.heldAtMs < timeMs ? change.heldAtMs : timeMs;
  if (at >= change.startMs + change.durationMs) return 1;
  return at <= change.startMs ? 0 : (at - change.startMs) / change.durationMs;
}

/** Where a piece of scenery is: 0 is out, 1 is in. */
export function sceneryAt(move: SceneryMove, timeMs: number): number {
  return move.from + (move.to - move.from) * progressAt(move.move, timeMs);
}

/** Where a performer's picture stands. It turns the shorter way round: the same steps as SceneMotion.PlaceAt in the C# contracts. */
export function placeAt({ from, to, move }: PerformerMove, timeMs: number): PerformerPlace {
  const progress = progressAt(move, timeMs);
  if (progress === 0 || progress === 1) return progress === 0 ? from : to;
  const turn = to.facingDegrees - from.facingDegrees;
  const short = turn - 360 * Math.round(turn / 360);
  const between = (start: number, end: number) => start + (end - start) * progress;
  return {
    x: between(from.x, to.x),
    z: between(from.z, to.z),
    facingDegrees: from.facingDegrees + short * progress,
    opacity: between(from.opacity, to.opacity),
  };
}

/** Every lamp's level in the middle of a fade. What is mixed is light, not paint: a lamp that is off lends no colour. */
export function lightsAt(light: LightFade, timeMs: number): LampLevel[] {
  const progress = progressAt(light.fade, timeMs);
  const count = Math.max(light.from.length, light.to.length);
  return Array.from({ length: count }, (_, lamp) => mix(light.from[lamp] ?? off, light.to[lamp] ?? off, progress));
}

const off: LampLevel = { colour: 0, intensity: 0 };

function mix(from: LampLevel, to: LampLevel, progress: number): LampLevel {
  const intensity = from.intensity + (to.intensity - from.intensity) * progress;
  if (intensity <= 0) return { colour: progress < 1 ? from.colour : to.colour, intensity: 0 };
  const share = (to.intensity * progress) / intensity;
  const channel = (shift: number) => {
    const [a, b] = [(from.colour >> shift) & 255, (to.colour >> shift) & 255];
    return Math.round(a + (b - a) * share) << shift;
  };
  return { colour: channel(16) | channel(8) | channel(0), intensity };
}
