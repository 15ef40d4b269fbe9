import type { CameraPicture } from "./JpegMaker";
import type { SmallPicture } from "./lighting";

/** A little less than a thirtieth of a second: cameras are not punctual. */
const leastMs = 29;
/** The light is judged so often. */
const lightMs = 500;
/** Where a browser does not tell of each picture. */
const pollMs = 33;

export interface CaptureTo {
  /** The next picture's number; null while none is wanted. */
  next(): number | null;
  /** A picture with the local time at which it was taken; null when nothing came of it. */
  take(number: number, jpeg: Uint8Array | null, atMs: number): void;
  light(small: SmallPicture): void;
}

type Maker = (video: HTMLVideoElement, withSmall: boolean) => Promise<CameraPicture | null>;

/** Takes a video's pictures, the newest and never two at a time, as long as somebody wants them. */
export class Capture {
  private isBusy = false;
  private isOver = false;
  private handle = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private lastMs = -Infinity;
  private lightAtMs = -Infinity;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly make: Maker,
    private readonly to: CaptureTo,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  start(): void {
    if ("requestVideoFrameCallback" in this.video) this.ask();
    else this.timer = setInterval(() => void this.picture(this.nowMs()), pollMs);
  }

  stop(): void {
    this.isOver = true;
    clearInterval(this.timer);
    if ("cancelVideoFrameCallback" in this.video) this.video.cancelVideoFrameCallback(this.handle);
  }

  private ask(): void {
    this.handle = this.video.requestVideoFrameCallback((now, { captureTime }) => {
      if (this.isOver) return;
      this.ask();
      void this.picture(captureTime ?? now);
    });
  }

  /** The video shows a picture that was taken at a local time. */
  async picture(atMs: number): Promise<void> {
    if (this.isBusy || this.isOver || atMs - this.lastMs < leastMs) return;
    const number = this.to.next();
    if (number === null) return;
    [this.isBusy, this.lastMs] = [true, atMs];
    const withSmall = atMs - this.lightAtMs >= lightMs;
    const made = await this.make(this.video, withSmall).catch(() => null);
    this.isBusy = false;
    if (this.isOver) return;
    if (made?.small) {
      this.lightAtMs = atMs;
      this.to.light(made.small);
    }
    this.to.take(number, made?.jpeg ?? null, atMs);
  }
}
