const ratios = [2, 1.5, 1.25, 1, 0.8, 0.65, 0.5];
const slowMs = 45;
const quickMs = 18;

/** Keeps drawing in step with the machine: fewer pixels when frames take long, more again when there is time. */
export class Pace {
  private step: number;
  private readonly best: number;
  private averageMs = 25;
  private settling = 0;

  constructor(mostRatio: number) {
    const first = ratios.findIndex((ratio) => ratio <= mostRatio);
    this.best = this.step = first < 0 ? 3 : first;
  }

  get ratio(): number {
    return ratios[this.step] ?? 1;
  }

  /** True when even the fewest pixels are slow: then shadows are drawn less often as well. */
  get isStrained(): boolean {
    return this.averageMs > slowMs;
  }

  /** Takes the time since the last frame; true when the ratio changed. */
  frame(ms: number): boolean {
    if (ms > 1500) return false;
    this.averageMs += (ms - this.averageMs) * 0.15;
    if (++this.settling < 12) return false;
    const step = this.averageMs > slowMs ? Math.min(ratios.length - 1, this.step + 1) : this.averageMs < quickMs && this.settling > 240 ? Math.max(this.best, this.step - 1) : this.step;
    if (step === this.step) return false;
    this.step = step;
    this.settling = 0;
    return true;
  }
}
