import { decode } from "@msgpack/msgpack";
import { decodeRecordingStretch } from "../contracts/contracts";
import { RecordedHouse } from "../replay/RecordedHouse";
import { Brush } from "../stage/Brush";
import { StageWorld } from "../stage/world";
import { FilmClock } from "./FilmClock";

/**
 * A recording that is drawn picture by picture, for who makes a film of it: the server's program hands over what was recorded,
 * says which moment is to be seen, and takes the picture when the page says that it is drawn.
 */
export class Film {
  readonly clock = new FilmClock();
  readonly brush = new Brush();
  readonly world = new StageWorld(this.clock, this.brush);
  private readonly house = new RecordedHouse(this.world);
  private firstMs: number | null = null;

  /** @param shown Resolves when the browser has drawn what the page became. */
  constructor(private readonly shown: () => Promise<unknown> = () => new Promise((resolve) => requestAnimationFrame(resolve))) {}

  /** Takes a stretch of the recording: a RecordingStretch in MessagePack, as base64. Throws at what is none. */
  feed(stretch: string): void {
    this.house.add(decodeRecordingStretch(decode(Uint8Array.from(atob(stretch), (letter) => letter.charCodeAt(0)))).pieces);
  }

  /** Begins at another place: what was handed over and not shown is dropped. */
  cut(): void {
    this.house.clear();
  }

  /** Shows the moment of a performance time. True when the stage was drawn, false while there is none to draw. */
  async show(timeMs: number): Promise<boolean> {
    this.house.feed(timeMs, null);
    this.clock.set(timeMs);
    while (this.world.pictures.isBusy) await new Promise((resolve) => setTimeout(resolve));
    this.firstMs ??= timeMs;
    this.brush.draw((timeMs - this.firstMs) / this.clock.pace);
    await this.shown();
    return this.brush.isReady;
  }
}
