import { Gait, type ActorInput } from "../contracts/contracts";
import type { Seat } from "../stage/view/eyes";
import { directionOf, isDirection, turnOf, wishTo, type Direction } from "./wish";

const tickMs = 1000 / 30;
const mostTicks = 8;
/** Radians a second that a held key or a stick turns. */
const turnSpeed = 2.4;
const turns: Record<string, number> = { KeyZ: 1, KeyX: -1 };

/** Turns held keys, a stick and a dragged finger into inputs, a tick of wishes for every tick of time. */
export class Walk {
  private readonly held = new Set<string>();
  private stick: Direction | null = null;
  private stickTurn = 0;
  private runs = false;
  private stickRuns = false;
  private lastMs = 0;
  private lastTurnMs = 0;
  private facing = 0;
  private isGoing = false;
  private seenFrom: Seat = "house";

  /** Where the actor looks, in radians: 0 towards the audience, π/2 to stage left. Counts where they see by themselves. */
  heading = 0;

  get seat(): Seat {
    return this.seenFrom;
  }

  /** From where the stage is seen: that says what ahead is. Who takes a seat of their own looks where they face (radians). */
  sit(seat: Seat, facing: number | null): void {
    if (this.seenFrom === "house") this.heading = facing ?? (this.facing / 256) * 2 * Math.PI;
    this.seenFrom = seat;
  }

  /** True when the key was one of walking or turning. */
  key(code: string, isDown: boolean, runs: boolean): boolean {
    this.runs = runs;
    if (!isDirection(code) && !(code in turns && this.seat !== "house")) return false;
    if (isDown) this.held.add(code);
    else this.held.delete(code);
    return true;
  }

  /** What a gamepad's sticks say; null for one at rest. */
  tilt(direction: Direction | null, turn: number, runs: boolean): void {
    this.stick = direction;
    this.stickTurn = turn;
    this.stickRuns = runs;
  }

  /** Turns by an angle at once, as a finger drags the picture. */
  turn(radians: number): void {
    if (this.seat !== "house") this.heading += radians;
  }

  /** Lets go of everything: the page lost the keyboard. */
  release(): void {
    this.held.clear();
    this.tilt(null, 0, false);
  }

  /** What is to be sent now: a step, once a stop after the last step, a turn by who looks by their own eyes, or nothing. */
  next(nowMs: number): ActorInput | null {
    this.turnOn(nowMs);
    const direction = directionOf(this.held) ?? this.stick;
    if (!direction) return this.stand();
    const ticks = this.isGoing ? Math.min(mostTicks, Math.round((nowMs - this.lastMs) / tickMs)) : 1;
    if (ticks < 1) return null;
    this.lastMs = this.isGoing ? this.lastMs + ticks * tickMs : nowMs;
    if (nowMs - this.lastMs > mostTicks * tickMs) this.lastMs = nowMs;
    this.isGoing = true;
    const wish = wishTo(direction, this.seat === "house" ? null : this.heading, this.runs || this.stickRuns);
    this.facing = this.seat === "eyes" ? turnOf(this.heading) : wish.facing;
    return { ticks, ...wish, facing: this.facing };
  }

  private stand(): ActorInput | null {
    const facing = this.seat === "eyes" ? turnOf(this.heading) : this.facing;
    if (!this.isGoing && facing === this.facing) return null;
    this.isGoing = false;
    this.facing = facing;
    return { ticks: 1, moveX: 0, moveZ: 0, facing, gait: Gait.Stand };
  }

  private turnOn(nowMs: number): void {
    const seconds = Math.min(0.2, Math.max(0, nowMs - this.lastTurnMs) / 1000);
    this.lastTurnMs = nowMs;
    let turn = this.stickTurn;
    for (const code of this.held) turn += turns[code] ?? 0;
    this.turn(Math.max(-1, Math.min(1, turn)) * turnSpeed * seconds);
  }
}
