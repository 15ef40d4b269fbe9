/** How long a frame lasts, in seconds. */
export const frameSeconds = 0.02;

/** Away from its stamp by more than this, a voice is put right; by less, its frames follow one another without a seam. */
const mostDriftSeconds = 0.06;
/** While it is played later than it must be, every so many-th frame is left out until it is not. */
const skipEvery = 4;
/** After a silence of so many frames a voice begins anew, where its stamp says. */
const pauseFrames = 10;
const remembered = 64;

/** When each frame of one speaker is to be played: the jitter buffer's plan. Times are those of an audio device, in seconds. */
export class VoiceTimeline {
  private anchor: { sequence: number; at: number } | null = null;
  private newest = 0;
  private endsAt = 0;
  private readonly taken: number[] = [];

  /** When to play a frame that has just come; null when it is too late for it, or when it was here before. */
  place(sequence: number, dueAt: number, now: number): number | null {
    if (this.taken.includes(sequence)) return null;
    const at = this.timeOf(sequence, dueAt, now);
    if (at === null || at < now) return null;
    this.taken.push(sequence);
    if (this.taken.length > remembered) this.taken.shift();
    this.newest = Math.max(this.newest, sequence);
    this.endsAt = Math.max(this.endsAt, at + frameSeconds);
    return at;
  }

  private timeOf(sequence: number, dueAt: number, now: number): number | null {
    if (this.anchor) {
      const at = this.anchor.at + (sequence - this.anchor.sequence) * frameSeconds;
      const isNewPhrase = sequence - this.newest > pauseFrames;
      if (!isNewPhrase && at - dueAt > mostDriftSeconds && at - dueAt < 1) return this.hurry(sequence, at);
      const isOff = Math.abs(at - dueAt) > mostDriftSeconds || (at < now && dueAt >= now);
      if (!isNewPhrase && !isOff) return at;
      // What is older than the newest keeps its place in what was planned: it cannot move all that follows.
      if (sequence < this.newest && this.newest - sequence < remembered) return at;
    }
    // Two frames never sound at once.
    const at = Math.max(dueAt, this.endsAt > now + 1 ? dueAt : this.endsAt);
    this.anchor = { sequence, at };
    // A speaker who came in again counts from the beginning.
    if (sequence < this.newest) this.newest = sequence;
    return at;
  }

  /** Whoever talks on and on would never catch up. */
  private hurry(sequence: number, at: number): number | null {
    if (sequence % skipEvery !== 0 || !this.anchor) return at;
    this.anchor.at -= frameSeconds;
    return null;
  }
}
