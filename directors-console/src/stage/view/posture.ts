import { Emote } from "../../contracts/contracts";

/** The angles of a figure's joints, in radians; pairs are stage right, stage left. Limbs swing forward with negative angles. */
export interface Posture {
  /** Lowers the hips, metres. */
  drop: number;
  /** Tips the whole body: forward (x) and aside (z). */
  tip: readonly [number, number];
  torso: number;
  head: number;
  arms: readonly [number, number];
  spread: readonly [number, number];
  elbows: readonly [number, number];
  legs: readonly [number, number];
  knees: readonly [number, number];
  /** Share of the skirt's length that hangs. */
  skirt: number;
}

const upright: Posture = {
  drop: 0, tip: [0, 0], torso: 0, head: 0,
  arms: [0.04, 0.04], spread: [-0.13, 0.13], elbows: [-0.22, -0.22], legs: [0, 0], knees: [0.03, 0.03], skirt: 1,
};

const postures: Record<Emote, Posture> = {
  [Emote.None]: upright,
  [Emote.Bow]: { ...upright, torso: 0.85, head: 0.25, arms: [-0.75, 0.7], spread: [-0.2, 0.35], elbows: [-1.5, -0.2], legs: [-0.18, 0.22], knees: [0.05, 0.2] },
  [Emote.Kneel]: { ...upright, drop: 0.43, torso: 0.14, head: 0.22, arms: [-0.5, -0.45], elbows: [-0.9, -0.7], legs: [0.12, -1.5], knees: [1.55, 1.5], skirt: 0.62 },
  [Emote.Sit]: { ...upright, drop: 0.76, torso: 0.12, arms: [-0.75, -0.7], elbows: [-0.7, -0.75], legs: [-2, -1.75], knees: [1.95, 1.5], skirt: 0.28 },
  [Emote.Lie]: { ...upright, drop: 0, tip: [-Math.PI / 2, 0], arms: [0.02, 0.02], spread: [-0.22, 0.22], elbows: [-0.35, -0.35], legs: [-0.05, 0.02], knees: [0.16, 0.05], skirt: 1 },
  [Emote.Fall]: { ...upright, tip: [0.25, 1.45], torso: 0.3, head: 0.35, arms: [-1.3, -0.4], spread: [-0.3, 0.4], elbows: [-0.5, -0.9], legs: [-0.55, -0.15], knees: [0.9, 0.5], skirt: 1 },
  [Emote.Point]: { ...upright, torso: 0.05, arms: [-1.5, 0.1], spread: [-0.08, 0.15], elbows: [-0.06, -0.35] },
  [Emote.Gesture]: { ...upright, torso: -0.05, head: -0.12, arms: [-0.75, -0.7], spread: [-0.75, 0.75], elbows: [-0.6, -0.55] },
};

export const postureOf = (emote: Emote): Posture => postures[emote];
