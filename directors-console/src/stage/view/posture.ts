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
  [Emote.Wave]: { ...upright, head: -0.1, arms: [-2.6, 0.1], spread: [-0.35, 0.15], elbows: [-0.5, -0.25] },
  [Emote.Beckon]: { ...upright, torso: 0.08, arms: [-1.05, 0.05], spread: [-0.1, 0.15], elbows: [-1.1, -0.25] },
  [Emote.HandOnHeart]: { ...upright, torso: 0.1, head: 0.16, arms: [-0.5, 0.04], spread: [0.42, 0.13], elbows: [-2, -0.25] },
  [Emote.Weep]: { ...upright, torso: 0.3, head: 0.5, arms: [-0.95, -0.95], spread: [0.2, -0.2], elbows: [-2.1, -2.1] },
  [Emote.Laugh]: { ...upright, torso: -0.22, head: -0.4, arms: [-0.35, -0.35], spread: [0.15, -0.15], elbows: [-1.7, -1.7], legs: [-0.08, 0.12], knees: [0.1, 0.1] },
  [Emote.Pray]: { ...upright, torso: 0.12, head: 0.35, arms: [-0.8, -0.8], spread: [0.24, -0.24], elbows: [-1.75, -1.75] },
  [Emote.Threaten]: { ...upright, torso: 0.18, head: -0.1, arms: [-2.3, 0.3], spread: [-0.3, 0.35], elbows: [-1, -0.5], legs: [0.3, -0.35], knees: [0.1, 0.35] },
  [Emote.Shrug]: { ...upright, head: 0.05, arms: [-0.25, -0.25], spread: [-0.45, 0.45], elbows: [-1.2, -1.2] },
  [Emote.Clap]: { ...upright, torso: 0.05, arms: [-0.95, -0.95], spread: [0.16, -0.16], elbows: [-1.1, -1.1] },
  [Emote.Nod]: { ...upright, torso: 0.05, head: 0.32 },
  [Emote.ShakeHead]: { ...upright, head: 0.1 },
  [Emote.Curtsy]: { ...upright, drop: 0.2, torso: 0.22, head: 0.28, arms: [0.1, 0.1], spread: [-0.5, 0.5], elbows: [-0.35, -0.35], legs: [-0.75, 0.3], knees: [0.95, 0.9], skirt: 0.82 },
  [Emote.Salute]: { ...upright, torso: -0.06, arms: [-0.9, 0.04], spread: [-0.75, 0.13], elbows: [-2.2, -0.1] },
  [Emote.Swear]: { ...upright, torso: -0.04, arms: [-1.7, -0.5], spread: [-0.2, -0.42], elbows: [-1.4, -2] },
  [Emote.Cower]: { ...upright, drop: 0.28, torso: 0.5, head: 0.3, arms: [-1.7, -1.7], spread: [0.1, -0.1], elbows: [-1.9, -1.9], legs: [-0.95, -0.7], knees: [1.35, 1.15], skirt: 0.75 },
  [Emote.Drink]: { ...upright, torso: -0.08, head: -0.35, arms: [-1.25, 0.04], spread: [0.2, 0.13], elbows: [-2, -0.22] },
  [Emote.Guard]: { ...upright, drop: 0.1, torso: 0.06, arms: [-0.95, 0.35], spread: [-0.1, 0.5], elbows: [-0.75, -1.2], legs: [-0.5, 0.3], knees: [0.6, 0.35], skirt: 0.92 },
  [Emote.Lunge]: { ...upright, drop: 0.3, torso: 0.34, head: -0.2, arms: [-1.65, 0.75], spread: [-0.06, 0.3], elbows: [-0.04, -0.15], legs: [-1.2, 0.85], knees: [1.15, 0.1], skirt: 0.7 },
  [Emote.Parry]: { ...upright, drop: 0.12, torso: -0.1, arms: [-1.15, 0.4], spread: [0.35, 0.5], elbows: [-1.35, -1], legs: [-0.35, 0.45], knees: [0.55, 0.45], skirt: 0.92 },
  [Emote.Hit]: { ...upright, drop: 0.14, torso: 0.42, head: 0.4, arms: [-0.55, -0.2], spread: [0.45, 0.25], elbows: [-1.9, -0.6], legs: [-0.4, 0.15], knees: [0.75, 0.4], skirt: 0.9 },
};

export const postureOf = (emote: Emote): Posture => postures[emote];
