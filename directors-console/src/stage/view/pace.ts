import type { Quality } from "../quality";

const ratios = [2, 1.5, 1.25, 1, 0.8, 0.65, 0.5];
const slowMs = 45;
const quickMs = 18;
const modestMs = 100;
/** From this step on beams are left out as well. */
const leastRatio = 0.65;

/** Keeps drawing in step with the machine: fewer pixels when frames take long, more again when there is time. */
export class Pace {
  private step: number;
  private readonly best: number;
  private averageMs = 25;
  private settling = 0;
  private lastMs = 0;

  /** Modest is for a machine that draws in software: few pixels, and time left for everything else. */
  constructor(
    mostRatio: number,
    private readonly modest: boolean,
  ) {
    const most = modest ? Math.min(mostRatio, 1) : mostRatio;
    this.best = this.step = Math.max(0, ratios.findIndex((ratio) => ratio <= most));
  }

  get ratio(): number {
    return ratios[this.step] ?? 1;
  }

  /** What that means for who looks. */
  get quality(): Quality {
    if (this.ratio <= leastRatio && this.step > this.best) return "least";
    return this.modest || this.step > this.best ? "reduced" : "full";
  }

  /** True when shadows are to be drawn less often as well. */
  get isStrained(): boolean {
    return this.modest || this.averageMs > slowMs;
  }

  /** Milliseconds since the last drawing; null when it is too early for the next. */
  next(nowMs: number): number | null {
    const since = this.lastMs === 0 ? 16 : nowMs - this.lastMs;
    if (this.modest && this.lastMs !== 0 && since < modestMs) return null;
    this.lastMs = nowMs;
    return since;
  }

  /** Takes the time of a frame; true when the ratio changed. */
  frame(ms: number): boolean {
    if (ms > 1500) return false;
    this.averageMs += (ms - this.averageMs) * 0.15;
    if (++this.settling < 12) return false;
    const slow = this.averageMs > (this.modest ? modestMs * 2 : slowMs);
    const quick = !this.modest && this.averageMs < quickMs && this.settling > 240;
    const step = slow ? Math.min(ratios.length - 1, this.step + 1) : quick ? Math.max(this.best, this.step - 1) : this.step;
    if (step === this.step) return false;
    this.step = step;
    this.settling = 0;
    return true;
  }
}
