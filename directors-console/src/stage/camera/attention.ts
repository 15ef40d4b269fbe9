/** How fast the eye goes to where the play is, a second. */
const pace = 0.8;
/** In calm it stays until the play is so far away. Metres. */
const mostOffMetres = 1.5;

/** Where on the stage the play is: it follows who speaks, or stands in the middle of all. In calm it never glides. */
export class Attention {
  /** Metres to stage left of the middle. */
  x = 0;

  follow(x: number, seconds: number, calm: boolean): void {
    if (!calm) this.x += (x - this.x) * Math.min(1, seconds * pace);
    else if (Math.abs(x - this.x) > mostOffMetres) this.x = x;
  }
}
