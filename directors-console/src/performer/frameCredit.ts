/** Pictures that may be on their way without an answer: CameraFrame.MostWaiting in the C# contracts. */
export const mostWaiting = 3;
/** When nothing was answered for so long, what is on its way is given up. */
const patienceMs = 2000;

/** Numbers the camera's pictures, and holds them back while the theatre has enough to do. */
export class FrameCredit {
  private readonly waiting = new Set<number>();
  private last = 0;
  private heardMs = 0;

  /** The next picture's number; null while too many wait for their answer. */
  take(nowMs: number): number | null {
    if (this.waiting.size === 0) this.heardMs = nowMs;
    if (nowMs - this.heardMs >= patienceMs) {
      this.waiting.clear();
      this.heardMs = nowMs;
    }
    if (this.waiting.size >= mostWaiting) return null;
    this.waiting.add(++this.last);
    return this.last;
  }

  /** A picture was taken and not sent after all. */
  giveBack(number: number): void {
    this.waiting.delete(number);
  }

  /** A picture was answered. */
  answered(number: number, nowMs: number): void {
    if (this.waiting.delete(number)) this.heardMs = nowMs;
  }

  /** A new connection counts from 1. */
  startAnew(): void {
    this.waiting.clear();
    this.last = 0;
  }
}
