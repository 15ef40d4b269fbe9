/** Draws a stage picture by picture, when it is told to. */
export class Brush {
  private readonly painters = new Set<(ms: number) => void>();

  /** True when there is something to be drawn. */
  get isReady(): boolean {
    return this.painters.size > 0;
  }

  /** From now on a painter is called for each picture; gives what ends that. */
  paint(painter: (ms: number) => void): () => void {
    this.painters.add(painter);
    return () => this.painters.delete(painter);
  }

  /** Draws the picture of a moment, in milliseconds of real time from whenever. */
  draw(ms: number): void {
    for (const painter of this.painters) painter(ms);
  }
}
