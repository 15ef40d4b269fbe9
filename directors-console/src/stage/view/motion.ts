import { MathUtils } from "three";
import { Emote, Gait } from "../../contracts/contracts";
import type { ActorPose } from "../../contracts/snapshot";
import type { Figure } from "./figure";
import { postureOf, type Posture } from "./posture";

/** Metres a figure covers in one full swing of its legs. */
const strideMetres: Record<Gait, number> = { [Gait.Stand]: 1.4, [Gait.Walk]: 1.5, [Gait.Run]: 2.4 };
/** Half the thickness of a body that lies down. */
const lyingHeight = 0.17;

/** Brings a figure to life: what a pose says of the body, and what lies between two poses. */
export class Motion {
  private stride = 0;
  private going = 0;
  private talking = 0;
  private last: { x: number; z: number } | null = null;

  constructor(
    private readonly figure: Figure,
    private readonly seed: number,
  ) {}

  /** Shows a pose; seconds since the last one, the time for what moves in stillness, and whether to keep that still. */
  show(pose: ActorPose, lookedAt: { x: number; z: number } | null, seconds: number, time: number, calm: boolean): void {
    const { root } = this.figure;
    const moved = this.last ? Math.hypot(pose.x - this.last.x, pose.z - this.last.z) : 0;
    this.last = { x: pose.x, z: pose.z };
    root.position.set(pose.x, pose.y, pose.z);
    root.rotation.y = pose.facing;
    const speed = seconds > 0 && moved < 1 ? Math.min(4, moved / seconds) : 0;
    this.stride += (moved / strideMetres[pose.gait]) * Math.PI * 2;
    this.going = ease(this.going, Math.min(1, speed / 1.2), seconds, 7);
    this.talking = ease(this.talking, pose.speaking ? 1 : 0, seconds, 5);
    const yaw = lookedAt ? headYaw(pose, lookedAt) : null;
    this.bend(postureOf(pose.emote), pose.emote, yaw, seconds, calm ? 0 : time + this.seed, speed);
  }

  private bend(posture: Posture, emote: Emote, yaw: number | null, seconds: number, time: number, speed: number): void {
    const { body, hips, torso, head, arms, legs, cloak, skirt } = this.figure;
    const to = (now: number, wanted: number) => ease(now, wanted, seconds, 6);
    const swing = Math.sin(this.stride) * this.going * (emote === Emote.None ? 1 : 0.4);
    const run = Math.max(0, speed - 2) / 2;
    const breath = Math.sin(time * 1.5) * 0.012;
    const talk = this.talking * Math.sin(time * 4.3) * 0.05;
    const gesture = this.talking * (0.3 + 0.22 * Math.sin(time * 1.9)) * (emote === Emote.None ? 1 : 0.3);

    body.rotation.x = to(body.rotation.x, posture.tip[0]);
    body.rotation.z = to(body.rotation.z, posture.tip[1]);
    const lying = Math.max(Math.abs(body.rotation.x), Math.abs(body.rotation.z)) / (Math.PI / 2);
    body.position.y = Math.min(1, lying) * lyingHeight;
    hips.position.y = to(hips.position.y, 0.92 - posture.drop - Math.abs(swing) * 0.035);
    torso.rotation.x = to(torso.rotation.x, posture.torso + breath + this.going * 0.05 + run * 0.2);
    torso.rotation.y = swing * 0.14;
    const nod = emote === Emote.Nod ? Math.sin(time * 6) * 0.22 : 0;
    head.rotation.x = to(head.rotation.x, posture.head + talk - breath + nod);
    const shaking = emote === Emote.ShakeHead ? Math.sin(time * 7) * 0.35 : Math.sin(time * 0.37) * 0.1 * (1 - this.going);
    head.rotation.y = to(head.rotation.y, yaw ?? shaking);
    const alive = livelyArm(emote, time);
    skirt.scale.y = to(skirt.scale.y, posture.skirt);
    if (cloak) cloak.rotation.x = to(cloak.rotation.x, 0.05 + this.going * 0.22 + run * 0.35 + Math.sin(time * 1.1) * 0.015);
    for (const side of [0, 1] as const) {
      const turn = side === 0 ? 1 : -1;
      const talkingArm = side === 0 ? gesture : gesture * 0.45;
      const [arm, leg] = [arms[side], legs[side]];
      arm.upper.rotation.x = to(arm.upper.rotation.x, posture.arms[side] + swing * turn * 0.5 - talkingArm);
      arm.upper.rotation.z = to(arm.upper.rotation.z, posture.spread[side] - turn * talkingArm * 0.3);
      arm.lower.rotation.x = to(arm.lower.rotation.x, posture.elbows[side] - talkingArm * 1.6 - run * 0.9 + alive);
      leg.upper.rotation.x = to(leg.upper.rotation.x, posture.legs[side] - swing * turn * (0.5 + run * 0.35));
      leg.lower.rotation.x = to(leg.lower.rotation.x, posture.knees[side] + Math.max(0, swing * turn) * (0.7 + run * 0.6));
    }
  }
}

/** Heads turn so far and no farther. */
const mostYaw = 1.25;

/** How far a head turns aside from where the body faces, to look at a place. */
export function headYaw(pose: Pick<ActorPose, "x" | "z" | "facing">, place: { x: number; z: number }): number {
  const turn = Math.atan2(place.x - pose.x, place.z - pose.z) - pose.facing;
  const short = Math.atan2(Math.sin(turn), Math.cos(turn));
  return Math.max(-mostYaw, Math.min(mostYaw, short));
}

/** What moves in a gesture that is held: a hand that waves, hands that clap. */
function livelyArm(emote: Emote, time: number): number {
  switch (emote) {
    case Emote.Wave:
      return Math.sin(time * 6) * 0.35;
    case Emote.Clap:
      return Math.sin(time * 9) * 0.3;
    case Emote.Beckon:
      return Math.sin(time * 3.5) * 0.35;
    case Emote.Laugh:
    case Emote.Weep:
      return Math.sin(time * 8) * 0.06;
    default:
      return 0;
  }
}

/** Goes to a value at a pace that does not depend on how many frames a second there are. */
function ease(now: number, wanted: number, seconds: number, pace: number): number {
  return MathUtils.damp(now, wanted, pace, Math.min(seconds, 0.5));
}
