/** How a body stands, as AvatarJoints of the C# contracts tells: signed bytes. */
export type Joints = Int8Array;

/** The bytes of AvatarJoints. */
export const jointBytes = 17;

/** At 30 a second more than the longest show delay. */
const mostWaiting = 20;
/** Farther ahead than this nothing is: the clock jumped, and what is here is the newest. */
const jumpMs = 2000;

interface Moment {
  timeMs: number;
  joints: Joints;
}

/** How a performer moves their avatar, shown when it is due. */
export class JointsTrack {
  private waiting: Moment[] = [];
  private newest: Joints | null = null;

  /** Takes what came; where nobody is found, or what came is none, the avatar stays as it was. */
  add(timeMs: number, bytes: Uint8Array | null): void {
    if (bytes?.length !== jointBytes) return;
    this.waiting.push({ timeMs, joints: new Int8Array(bytes) });
    if (this.waiting.length > mostWaiting) this.take(1);
  }

  /** How the body stands at a moment; null before anything came. */
  at(shownMs: number): Joints | null {
    this.take(this.waiting.findLastIndex(({ timeMs }) => timeMs <= shownMs || timeMs > shownMs + jumpMs) + 1);
    return this.newest;
  }

  private take(count: number): void {
    this.newest = this.waiting.splice(0, count).at(-1)?.joints ?? this.newest;
  }
}
