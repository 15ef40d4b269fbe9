/** Passes a value on once it has been the same for a while: what is said aloud must not change with every picture. */
export class Steady<T> {
  private candidate: T;
  private sinceMs = -Infinity;

  constructor(
    private value: T,
    private readonly forMs: number,
    private readonly same: (one: T, other: T) => boolean = Object.is,
  ) {
    this.candidate = value;
  }

  /** Takes what is so just now; gives what is so for longer. */
  offer(value: T, nowMs: number): T {
    if (!this.same(value, this.candidate)) {
      this.candidate = value;
      this.sinceMs = nowMs;
    }
    if (nowMs - this.sinceMs >= this.forMs && !this.same(this.candidate, this.value)) this.value = this.candidate;
    return this.value;
  }
}
