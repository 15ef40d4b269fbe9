import { StageClock } from "../stage/clock";

/** Actors are shown so far in the past, so that there is a newer pose to walk to. Real milliseconds. */
const behindMs = 120;

/** Performance time as the maker of a film says it: it stands still until it is set anew. */
export class FilmClock extends StageClock {
  private timeMs = 0;
  private runsAt = 1;
  private awaited: { timeMs: number; call: () => void }[] = [];

  set(timeMs: number): void {
    this.timeMs = timeMs;
    const due = this.awaited.filter((one) => one.timeMs <= timeMs);
    this.awaited = this.awaited.filter((one) => one.timeMs > timeMs);
    for (const { call } of due) call();
  }

  override when(timeMs: number, _rate: number, then: () => void): () => void {
    if (timeMs <= this.timeMs) {
      then();
      return () => {};
    }
    const awaited = { timeMs, call: then };
    this.awaited.push(awaited);
    return () => (this.awaited = this.awaited.filter((one) => one !== awaited));
  }

  override get isSet(): boolean {
    return true;
  }

  override setRate(rate: number): void {
    if (rate > 0) this.runsAt = rate;
  }

  /** How fast performance time ran when this was recorded. */
  get pace(): number {
    return this.runsAt;
  }

  override heard(): void {}

  override answered(): void {}

  override nowMs(): number {
    return this.timeMs;
  }

  override shownMs(): number {
    return this.timeMs - behindMs * this.runsAt;
  }
}
