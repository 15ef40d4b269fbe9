/** Kept between the latest frames and the moment when they are needed. */
const marginMs = 20;
/** Later than this nobody is heard: a line that slow is no place to talk. */
const mostMs = 3000;
/** How fast the delay falls again, for each frame that comes in time: by a part of what is too much, and a little more. */
const fallShare = 0.004;
const fallMs = 0.1;

/** How long after its stamp a voice is played: as long as the picture is, and longer where the line holds frames back. */
export class VoiceDelay {
  private neededMs = 0;

  /** A frame came so long after it was recorded; gives the delay to play it with. */
  heard(ageMs: number, pictureMs: number): number {
    const needed = Math.min(mostMs, ageMs + marginMs);
    this.neededMs = Math.max(needed, this.neededMs - fallMs - (this.neededMs - needed) * fallShare);
    return Math.max(pictureMs, this.neededMs);
  }
}
