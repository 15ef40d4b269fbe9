const kept = 64;
const share = 0.95;
const leastMs = 80;
const mostMs = 500;
/** How far it goes up, and down, with a message: never in a step that could be seen. */
const upMs = 5;
const downMs = 1;
const frameMs = 1000 / 15;

/** How far in the past actors are shown, so that nearly always a newer pose is there to walk to. It follows the network's jitter. */
export class ShowDelay {
  private late: number[] = [];

  /** The delay in milliseconds of real time. */
  ms = 120;

  /** Takes note of how late a message came, in milliseconds of real time. */
  heard(lateMs: number): void {
    this.late = [...this.late, lateMs].slice(-kept);
    const sorted = this.late.toSorted((a, b) => a - b);
    const wanted = Math.min(mostMs, Math.max(leastMs, sorted[Math.floor((sorted.length - 1) * share)]! + frameMs));
    this.ms += Math.max(-downMs, Math.min(upMs, wanted - this.ms));
  }
}
