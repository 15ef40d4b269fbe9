import type { ActorInput } from "../contracts/contracts";
import type { ActorBody } from "../contracts/movement";
import type { ActorPose } from "../contracts/snapshot";

const mostPending = 120;
const unitsPerTurn = 256 / (2 * Math.PI);
/** So much of the way to where it is thought to be is shown within the time that follows: steps and corrections are not seen. */
const easeSeconds = 0.05;
/** Farther than this is no walk. */
const jumpMetres = 1.5;

/**
 * The page's own actor: it moves at once, by the same steps as on the stage, and is put right by each snapshot: from where
 * the stage saw it, all inputs that the stage had not applied yet are taken again.
 */
export class OwnActor {
  private body: ActorBody | null = null;
  private shown: { x: number; y: number; z: number } | null = null;
  private pending: { sequence: number; input: ActorInput }[] = [];
  private shownMs = 0;

  /** How far the stage put it right the last time, in metres. */
  correctedBy = 0;

  constructor(private readonly step: (body: ActorBody, wish: ActorInput) => ActorBody) {}

  /** Takes an input and moves by it at once. */
  move(sequence: number, input: ActorInput): void {
    if (!this.body) return;
    this.pending = [...this.pending, { sequence, input }].slice(-mostPending);
    this.body = this.taken(this.body, input);
  }

  /** Takes what the stage says: the pose after a certain input. */
  correct(pose: ActorPose, lastInput: number): void {
    const before = this.body;
    this.pending = this.pending.filter(({ sequence }) => sequence > lastInput);
    const from: ActorBody = { x: pose.x, y: pose.y, z: pose.z, facing: Math.round(pose.facing * unitsPerTurn) & 255, gait: pose.gait };
    this.body = this.pending.reduce((body, { input }) => this.taken(body, input), from);
    this.correctedBy = before ? Math.hypot(this.body.x - before.x, this.body.y - before.y, this.body.z - before.z) : 0;
  }

  /** Another connection begins: inputs count from 1. */
  startAnew(): void {
    this.pending = [];
  }

  /** The pose as it is shown now: on its way to where it is thought to be. */
  show(pose: ActorPose, nowMs: number): ActorPose {
    if (!this.body) return pose;
    const { x, y, z, facing, gait } = this.body;
    const share = 1 - Math.exp(-Math.max(0, nowMs - this.shownMs) / 1000 / easeSeconds);
    const from = this.shown && Math.hypot(x - this.shown.x, z - this.shown.z) < jumpMetres ? this.shown : this.body;
    this.shown = { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share, z: from.z + (z - from.z) * share };
    this.shownMs = nowMs;
    return { ...pose, ...this.shown, facing: facing / unitsPerTurn, gait };
  }

  private taken(body: ActorBody, input: ActorInput): ActorBody {
    let moved = body;
    for (let tick = 0; tick < input.ticks; tick++) moved = this.step(moved, input);
    return moved;
  }
}
