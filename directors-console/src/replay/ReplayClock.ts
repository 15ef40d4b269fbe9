import { StageClock } from "../stage/clock";

/** Actors are shown so far in the past, so that there is a newer pose to walk to. Real milliseconds. */
const behindMs = 120;

/** Performance time as the viewer of a recording has it: it stands, runs and jumps as they wish. */
export class ReplayClock extends StageClock {
  private fromMs = 0;
  private fromLocalMs = 0;
  private pace = 0;
  private shownRate = 1;

  constructor(private readonly machineMs: () => number = () => performance.now()) {
    super(machineMs);
  }

  /** From now on it is this performance time, and it goes on by so many milliseconds in a real one; 0 stands still. */
  set(timeMs: number, pace: number): void {
    this.fromMs = timeMs;
    this.fromLocalMs = this.machineMs();
    this.pace = pace;
    if (pace > 0) this.shownRate = pace;
  }

  /** The same time, at another pace. */
  run(pace: number): void {
    this.set(this.nowMs(), pace);
  }

  override get isSet(): boolean {
    return true;
  }

  override setRate(): void {}

  override heard(): void {}

  override answered(): void {}

  override nowMs(): number {
    return this.fromMs + (this.machineMs() - this.fromLocalMs) * this.pace;
  }

  override shownMs(): number {
    return this.nowMs() - behindMs * this.shownRate;
  }
}
