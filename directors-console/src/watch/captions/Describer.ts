import type { CaptionDescription, Surtitle } from "../../contracts/contracts";

/** What was due for longer belongs to the past of whoever comes in. */
const newsMs = 8000;
/** A line that comes later than this after the one before it comes after a jump, not after its words. */
const mostGapMs = 60_000;

/** Finds which descriptions are due, each once. Times are performance time. */
export class Describer {
  private line: Surtitle | null = null;
  private told = new Set<CaptionDescription>();

  /** What is due at a time and was not before. */
  due(descriptions: readonly CaptionDescription[], surtitle: Surtitle | null, timeMs: number): CaptionDescription[] {
    const left = this.isNext(surtitle) ? this.waiting(descriptions) : [];
    if (surtitle?.line !== this.line?.line || surtitle?.sinceMs !== this.line?.sinceMs) {
      this.line = surtitle;
      this.told = new Set();
    }
    const now = this.waiting(descriptions).filter((one) => timeMs >= this.dueMs(one));
    for (const one of now) this.told.add(one);
    return [...left, ...now.filter((one) => timeMs - this.dueMs(one) < newsMs)];
  }

  private waiting(descriptions: readonly CaptionDescription[]): CaptionDescription[] {
    return descriptions.filter((one) => one.line === this.line?.line && !this.told.has(one));
  }

  private dueMs(description: CaptionDescription): number {
    return (this.line?.sinceMs ?? 0) + description.delayMs;
  }

  /** The next line began before the words of the one before were thought to end. */
  private isNext(surtitle: Surtitle | null): boolean {
    if (!surtitle || !this.line || surtitle.line === this.line.line) return false;
    const gapMs = surtitle.sinceMs - this.line.sinceMs;
    return gapMs >= 0 && gapMs < mostGapMs;
  }
}
