import type { PerformerVideo } from "../contracts/contracts";
import type { DecodedPicture, ImageFrame } from "./decodePicture";
import { codecOf } from "./videoCodec";

/** Pictures that wait for the decoder: with more the page is too slow for all of them, and goes on with the next keyframe. */
const mostUndecoded = 15;

type Decoder = Pick<VideoDecoder, "configure" | "decode" | "close" | "state">;

/** Decodes one performer's video. */
export class VideoStream {
  private decoder: Decoder | null = null;
  private configured = "";
  /** The only picture that can be decoded next, beside a keyframe; null while a keyframe is needed. */
  private next: number | null = null;
  private readonly undecoded = new Map<number, PerformerVideo>();
  private isClosed = false;

  /**
   * @param take Takes each picture over.
   * @param failed Told once when the video cannot be decoded.
   */
  constructor(
    private readonly take: (picture: DecodedPicture) => void,
    private readonly failed: () => void,
    private readonly open: (init: VideoDecoderInit) => Decoder = (init) => new VideoDecoder(init),
  ) {}

  add(video: PerformerVideo): void {
    if (this.isClosed) return;
    if (this.undecoded.size >= mostUndecoded) this.restart();
    if (!video.isKey && video.unit !== this.next) {
      this.next = null;
      return;
    }
    try {
      if (video.isKey) this.configure(video);
      this.undecoded.set(video.unit, video);
      this.decoder!.decode(new EncodedVideoChunk({ type: video.isKey ? "key" : "delta", timestamp: video.unit, data: video.data as Uint8Array<ArrayBuffer> }));
      this.next = video.unit + 1;
    } catch {
      this.fail();
    }
  }

  /** Gives all up, also what is being decoded. */
  close(): void {
    this.isClosed = true;
    this.restart();
  }

  private configure(video: PerformerVideo): void {
    const codec = codecOf(video.data);
    if (!codec) throw new TypeError("a keyframe without its parameters");
    this.decoder ??= this.opened();
    const wanted = `${codec} ${video.width} ${video.height}`;
    if (wanted !== this.configured) this.decoder.configure({ codec, optimizeForLatency: true });
    this.configured = wanted;
  }

  private opened(): Decoder {
    const decoder = this.open({
      output: (frame) => {
        if (this.decoder === decoder) this.decoded(frame);
        else frame.close();
      },
      error: () => {
        if (this.decoder === decoder) this.fail();
      },
    });
    return decoder;
  }

  private decoded(frame: VideoFrame): void {
    const video = this.undecoded.get(frame.timestamp);
    const half = frame.displayHeight / 2;
    if (!video || !Number.isInteger(half) || half < video.height || frame.displayWidth < video.width) {
      frame.close();
      this.fail();
      return;
    }
    for (const unit of this.undecoded.keys()) if (unit <= video.unit) this.undecoded.delete(unit);
    const { timeMs, width, height, body } = video;
    const image: ImageFrame = Object.assign(frame, { width: frame.displayWidth, height: frame.displayHeight });
    this.take({ timeMs, width, height, body, colour: { image, top: 0 }, alpha: { image, top: half }, close: () => frame.close() });
  }

  private restart(): void {
    const decoder = this.decoder;
    this.decoder = null;
    this.configured = "";
    this.next = null;
    this.undecoded.clear();
    if (decoder && decoder.state !== "closed") decoder.close();
  }

  private fail(): void {
    if (this.isClosed) return;
    this.close();
    this.failed();
  }
}
