const jumpMs = 1000;

/**
 * Estimates performance time from stamped messages. The message that was delayed least tells best what time it is,
 * so the estimate follows early ones quickly and late ones slowly; a jump (a restart, a new rate) is taken at once.
 */
export class StageClock {
  private offset: number | null = null;
  private rate = 1;

  constructor(private readonly localMs: () => number = () => performance.now()) {}

  /** True once a message told the time. */
  get isSet(): boolean {
    return this.offset !== null;
  }

  setRate(rate: number): void {
    if (rate === this.rate || !(rate > 0)) return;
    const now = this.offset === null ? null : this.nowMs();
    this.rate = rate;
    if (now !== null) this.offset = now - rate * this.localMs();
  }

  /** A message was stamped with a performance time and came just now. */
  heard(timeMs: number): void {
    const offset = timeMs - this.rate * this.localMs();
    if (this.offset === null || Math.abs(offset - this.offset) > jumpMs * Math.max(1, this.rate)) this.offset = offset;
    else this.offset += (offset - this.offset) * (offset > this.offset ? 0.3 : 0.02);
  }

  /** Performance time now; 0 before anything was heard. */
  nowMs(): number {
    return this.offset === null ? 0 : this.offset + this.rate * this.localMs();
  }

  /** Performance time at which actors are shown: a little in the past, so that there is a newer pose to walk to. */
  shownMs(): number {
    return this.nowMs() - 120 * this.rate;
  }
}
