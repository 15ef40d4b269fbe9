import type { PerformerPicture } from "../contracts/contracts";

/** What a picture is shown from, and what has to be given back after. */
export interface Shown {
  timeMs: number;
  close(): void;
}

/** Decoded and not yet due: at 30 a second more than the longest show delay. */
const mostWaiting = 20;
/** Farther ahead than this no picture is: the clock jumped, as after a restart, and what is here is the newest. */
const jumpMs = 2000;

/** One performer's pictures: decoded as they come, the newest first when there is too little time, and shown when they are due. */
export class PictureTrack<T extends Shown> {
  private next: PerformerPicture | null = null;
  private decoding = false;
  private life = 0;
  private waiting: T[] = [];
  private givenMs: number | null = null;
  /** Pictures since somebody asked: a page that is not looked at asks no more, and needs to keep but the newest. */
  private unasked = 0;

  constructor(private readonly decode: (picture: PerformerPicture) => Promise<T>) {}

  add(picture: PerformerPicture): void {
    this.next = picture;
    if (!this.decoding) void this.work();
  }

  /** True until everything that came is decoded. */
  get isBusy(): boolean {
    return this.decoding;
  }

  /** The newest picture that is due, which is the caller's to close; null when there is none since the last. Older ones are closed. */
  due(shownMs: number): T | null {
    this.unasked = 0;
    const isDue = (one: T) => one.timeMs <= shownMs || one.timeMs > shownMs + jumpMs;
    const count = this.waiting.findLastIndex(isDue) + 1;
    const due = this.waiting.splice(0, count);
    const newest = due.pop() ?? null;
    for (const old of due) old.close();
    this.givenMs = newest?.timeMs ?? this.givenMs;
    return newest;
  }

  /** Takes a picture over that was decoded elsewhere. */
  take(decoded: T): void {
    // A video begins with a picture that was shown already: an encoder takes a while to start.
    if (this.givenMs !== null && decoded.timeMs < this.givenMs && decoded.timeMs > this.givenMs - jumpMs) {
      decoded.close();
      return;
    }
    // One that was decoded in another way may have taken longer.
    const isBefore = (one: T) => one.timeMs <= decoded.timeMs || one.timeMs > decoded.timeMs + jumpMs;
    this.waiting.splice(this.waiting.findLastIndex(isBefore) + 1, 0, decoded);
    const most = ++this.unasked > mostWaiting ? 1 : mostWaiting;
    while (this.waiting.length > most) this.waiting.shift()?.close();
  }

  /** Forgets all, also what is being decoded. */
  clear(): void {
    this.life++;
    this.next = this.givenMs = null;
    for (const one of this.waiting.splice(0)) one.close();
  }

  private async work(): Promise<void> {
    this.decoding = true;
    while (this.next) {
      const [picture, life] = [this.next, this.life];
      this.next = null;
      // What cannot be read is left out: the next one comes soon.
      const decoded = await this.decode(picture).catch(() => null);
      if (life !== this.life) decoded?.close();
      else if (decoded) this.take(decoded);
    }
    this.decoding = false;
  }
}
