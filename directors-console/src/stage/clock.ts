import { ShowDelay } from "./showDelay";

const jumpMs = 1000;
const mostWaitMs = 2000;
/** Half a minute of them: with jitter on both ways it takes many until one was quick there and back. */
const keptAnswers = 64;

interface Answer {
  offset: number;
  roundTripMs: number;
}

/**
 * Estimates performance time. Of the last answers to pings, the one that came back fastest tells it best (as NTP's clock
 * filter has it). Who does not ping goes by stamped messages: the one that was delayed least tells best what time it is,
 * so the estimate follows early ones quickly and late ones slowly. A jump (a restart, a new rate) is taken at once.
 */
export class StageClock {
  private offset: number | null = null;
  private answers: Answer[] = [];
  private rate = 1;
  private newestMs: number | null = null;
  private readonly delay = new ShowDelay();

  constructor(private readonly localMs: () => number = () => performance.now()) {}

  /** True once a message told the time. */
  get isSet(): boolean {
    return this.offset !== null;
  }

  setRate(rate: number): void {
    if (rate === this.rate || !(rate > 0)) return;
    const now = this.offset === null ? null : this.nowMs();
    this.rate = rate;
    this.answers = [];
    if (now !== null) this.offset = now - rate * this.localMs();
  }

  /** A message was stamped with a performance time and came just now. */
  heard(timeMs: number): void {
    const offset = timeMs - this.rate * this.localMs();
    if (this.offset === null || Math.abs(offset - this.offset) > jumpMs * Math.max(1, this.rate)) {
      this.offset = offset;
      this.answers = [];
    } else if (this.answers.length === 0) this.offset += (offset - this.offset) * (offset > this.offset ? 0.3 : 0.02);
    this.delay.heard((this.nowMs() - timeMs) / this.rate, this.newestMs === null ? undefined : (timeMs - this.newestMs) / this.rate);
    this.newestMs = timeMs;
  }

  /** The answer to a ping that was sent at a local time came just now: half of its way ago it was that performance time. */
  answered(sentMs: number, timeMs: number): void {
    const roundTripMs = this.localMs() - sentMs;
    if (!(roundTripMs >= 0)) return;
    const offset = timeMs - this.rate * (sentMs + roundTripMs / 2);
    this.answers = [...this.answers, { offset, roundTripMs }].slice(-keptAnswers);
    this.offset = this.answers.reduce((best, answer) => (answer.roundTripMs < best.roundTripMs ? answer : best)).offset;
  }

  /** Performance time now; 0 before anything was heard. */
  nowMs(): number {
    return this.offset === null ? 0 : this.offset + this.rate * this.localMs();
  }

  /**
   * Does something when a performance time has come, two seconds from now at the latest; gives what calls it off.
   * @param rate How fast performance time runs.
   */
  when(timeMs: number, rate: number, then: () => void): () => void {
    const waitMs = (timeMs - this.nowMs()) / Math.max(0.01, rate);
    const timer = setTimeout(then, Math.min(mostWaitMs, Math.max(0, waitMs)));
    return () => clearTimeout(timer);
  }

  /** Performance time at which actors are shown: a little in the past, so that there is a newer pose to walk to. */
  shownMs(): number {
    return this.nowMs() - this.delay.ms * this.rate;
  }
}
