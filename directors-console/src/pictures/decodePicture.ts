import type { BodyBox, PerformerPicture } from "../contracts/contracts";
import type { Shown } from "./pictureTrack";

/** A picture of a video as images are asked for their size, by three.js among others. */
export type ImageFrame = VideoFrame & { width: number; height: number };

/** A part of an image: so many rows from its top, as large as the picture. */
export interface Layer {
  image: ImageBitmap | ImageFrame;
  top: number;
}

/** A performer's picture, ready to be drawn. */
export interface DecodedPicture extends Shown {
  width: number;
  height: number;
  body: BodyBox;
  /** The performer on black: each colour times alpha. */
  colour: Layer;
  /** Grey: how much of each pixel is performer. Of a video's picture it is in the same image as the colours. */
  alpha: Layer;
}

export const isVideo = ({ colour, alpha }: DecodedPicture): boolean => colour.image === alpha.image;

// The bytes are taken as they are: colours are multiplied already, and grey is a measure and no colour.
const asTheyAre: ImageBitmapOptions = { premultiplyAlpha: "none", colorSpaceConversion: "none" };

/** Decodes beside the page's own thread. Rejects what is no picture. */
export async function decodePicture({ timeMs, width, height, body, ...jpegs }: PerformerPicture): Promise<DecodedPicture> {
  const decode = (jpeg: Uint8Array) => createImageBitmap(new Blob([jpeg as Uint8Array<ArrayBuffer>], { type: "image/jpeg" }), asTheyAre);
  const [colour, alpha] = await Promise.allSettled([decode(jpegs.colour), decode(jpegs.alpha)]);
  if (colour.status === "fulfilled" && alpha.status === "fulfilled") {
    const close = () => {
      colour.value.close();
      alpha.value.close();
    };
    return { timeMs, width, height, body, colour: { image: colour.value, top: 0 }, alpha: { image: alpha.value, top: 0 }, close };
  }
  for (const half of [colour, alpha]) if (half.status === "fulfilled") half.value.close();
  throw new TypeError("half of the picture cannot be read");
}
