/** Makes JPEGs of the camera's pictures, beside the page: what draws and listens there is not held up. */

export interface JpegOrder {
  picture: ImageBitmap;
  quality: number;
  /** Also a small copy, by which the light is judged. */
  small: { width: number; height: number } | null;
}

export interface JpegAnswer {
  jpeg: Uint8Array<ArrayBuffer> | null;
  small: Uint8ClampedArray | null;
}

const canvas = new OffscreenCanvas(1, 1);
const paint = canvas.getContext("2d", { alpha: false });
const smallCanvas = new OffscreenCanvas(1, 1);
const paintSmall = smallCanvas.getContext("2d", { alpha: false, willReadFrequently: true });

addEventListener("message", ({ data }: MessageEvent<JpegOrder>) => void answer(data));

async function answer({ picture, quality, small }: JpegOrder): Promise<void> {
  const made: JpegAnswer = { jpeg: null, small: null };
  try {
    if (canvas.width !== picture.width || canvas.height !== picture.height) [canvas.width, canvas.height] = [picture.width, picture.height];
    paint?.drawImage(picture, 0, 0);
    if (small && paintSmall) {
      if (smallCanvas.width !== small.width || smallCanvas.height !== small.height) [smallCanvas.width, smallCanvas.height] = [small.width, small.height];
      paintSmall.drawImage(picture, 0, 0, small.width, small.height);
      made.small = paintSmall.getImageData(0, 0, small.width, small.height).data;
    }
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
    made.jpeg = new Uint8Array(await blob.arrayBuffer());
  } catch {
    // No picture this time; the next one comes at once.
  }
  picture.close();
  postMessage(made, { transfer: made.jpeg ? [made.jpeg.buffer] : [] });
}
