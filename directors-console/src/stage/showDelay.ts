const kept = 64;
const share = 0.95;
const leastMs = 80;
const mostMs = 500;
/** How far it goes up, and down, with a message: never in a step that could be seen. */
const upMs = 5;
const downMs = 1;
/** Between two messages: 15 a second, or half of them where many watch. What comes while nothing moves says nothing. */
const leastGapMs = 1000 / 15;
const mostGapMs = 1000 / 7.5;

/** How far in the past actors are shown, so that nearly always a newer pose is there to walk to. It follows the network's jitter. */
export class ShowDelay {
  private late: number[] = [];
  private gaps: number[] = [];

  /** The delay in milliseconds of real time. */
  ms = 120;

  /** Takes note of how late a message came, and how long after the one before it was sent, in milliseconds of real time. */
  heard(lateMs: number, gapMs = leastGapMs): void {
    this.late = [...this.late, lateMs].slice(-kept);
    this.gaps = [...this.gaps, Math.min(mostGapMs, Math.max(leastGapMs, gapMs))].slice(-kept);
    const wanted = Math.min(mostMs, Math.max(leastMs, quantile(this.late, share) + quantile(this.gaps, 0.5)));
    this.ms += Math.max(-downMs, Math.min(upMs, wanted - this.ms));
  }
}

function quantile(values: number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)]!;
}
