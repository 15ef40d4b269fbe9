import type { JpegAnswer, JpegOrder } from "./jpegWorker";
import type { SmallPicture } from "./lighting";

const quality = 0.85;
/** What is wanted of a camera; a larger one's pictures are made smaller. */
const [mostWidth, mostHeight] = [1280, 720];
const small = { width: 64, height: 36 };

export interface CameraPicture {
  jpeg: Uint8Array;
  /** Only when it was asked for. */
  small: SmallPicture | null;
}

/** Makes a JPEG of what a video shows, one at a time: in a worker, or on the page where the browser's workers cannot draw. */
export class JpegMaker {
  private worker: Worker | null = typeof OffscreenCanvas === "undefined" ? null : new Worker(new URL("./jpegWorker.ts", import.meta.url), { type: "module" });
  private done: ((answer: JpegAnswer | null) => void) | null = null;
  private readonly canvas = document.createElement("canvas");

  constructor() {
    this.worker?.addEventListener("message", ({ data }: MessageEvent<JpegAnswer>) => this.answered(data));
    this.worker?.addEventListener("error", () => {
      this.worker?.terminate();
      this.worker = null;
      this.answered(null);
    });
  }

  /** Null when nothing came of it. */
  async make(video: HTMLVideoElement, withSmall: boolean): Promise<CameraPicture | null> {
    const scale = Math.min(1, mostWidth / video.videoWidth, mostHeight / video.videoHeight);
    // Even numbers of pixels: colours are halved in a JPEG.
    const [width, height] = [video.videoWidth, video.videoHeight].map((side) => 2 * Math.round((side * scale) / 2)) as [number, number];
    if (!(width > 0 && height > 0)) return null;
    return this.worker ? this.byWorker(this.worker, video, width, height, withSmall) : this.onPage(video, width, height, withSmall);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.answered(null);
  }

  private answered(answer: JpegAnswer | null): void {
    this.done?.(answer);
    this.done = null;
  }

  private async byWorker(worker: Worker, video: HTMLVideoElement, width: number, height: number, withSmall: boolean): Promise<CameraPicture | null> {
    const isWhole = width === video.videoWidth && height === video.videoHeight;
    const picture = await createImageBitmap(video, isWhole ? {} : { resizeWidth: width, resizeHeight: height }).catch(() => null);
    if (!picture || worker !== this.worker) return null;
    const order: JpegOrder = { picture, quality, small: withSmall ? small : null };
    const answer = await new Promise<JpegAnswer | null>((done) => {
      this.done = done;
      worker.postMessage(order, [picture]);
    });
    if (!answer?.jpeg) return null;
    return { jpeg: answer.jpeg, small: answer.small && { pixels: answer.small, ...small } };
  }

  private async onPage(video: HTMLVideoElement, width: number, height: number, withSmall: boolean): Promise<CameraPicture | null> {
    const { canvas } = this;
    const paint = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    if (!paint) return null;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    paint.drawImage(video, 0, 0, small.width, small.height);
    const pixels = withSmall ? paint.getImageData(0, 0, small.width, small.height).data : null;
    paint.drawImage(video, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (!blob) return null;
    return { jpeg: new Uint8Array(await blob.arrayBuffer()), small: pixels && { pixels, ...small } };
  }
}
