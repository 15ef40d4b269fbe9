import { Gait, type ActorInput } from "../contracts/contracts";
import { isDirection, wishOf } from "./wish";

const tickMs = 1000 / 30;
const mostTicks = 8;

/** Turns held keys into inputs, a tick of wishes for every tick of time. */
export class Walk {
  private readonly held = new Set<string>();
  private runs = false;
  private lastMs = 0;
  private facing = 0;
  private isGoing = false;

  /** True when the key was one of walking. */
  key(code: string, isDown: boolean, runs: boolean): boolean {
    this.runs = runs;
    if (!isDirection(code)) return false;
    if (isDown) this.held.add(code);
    else this.held.delete(code);
    return true;
  }

  /** Lets go of everything: the page lost the keyboard. */
  release(): void {
    this.held.clear();
  }

  /** What is to be sent now: a step, once a stop after the last step, or nothing. */
  next(nowMs: number): ActorInput | null {
    const wish = wishOf(this.held, this.runs);
    if (!wish) {
      if (!this.isGoing) return null;
      this.isGoing = false;
      return { ticks: 1, moveX: 0, moveZ: 0, facing: this.facing, gait: Gait.Stand };
    }
    const ticks = this.isGoing ? Math.min(mostTicks, Math.round((nowMs - this.lastMs) / tickMs)) : 1;
    if (ticks < 1) return null;
    this.lastMs = this.isGoing ? this.lastMs + ticks * tickMs : nowMs;
    if (nowMs - this.lastMs > mostTicks * tickMs) this.lastMs = nowMs;
    this.isGoing = true;
    this.facing = wish.facing;
    return { ticks, ...wish };
  }
}
