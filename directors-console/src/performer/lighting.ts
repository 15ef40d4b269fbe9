import type { BodyBox } from "../contracts/contracts";

/** A small copy of the camera's picture: four bytes a pixel, as a canvas gives it. */
export interface SmallPicture {
  pixels: Uint8ClampedArray;
  width: number;
  height: number;
}

const tooDark = 55;
const glaring = 250;
const mostGlare = 0.2;
const backLight = 65;
const oneSided = 60;
/** Where somebody is as long as nobody knows. */
const middle: BodyBox = { left: 0.3, top: 0.1, right: 0.7, bottom: 0.95 };

/** What is to be said of the light in a picture, the worst first; empty when it is good. */
export function lightingOf({ pixels, width, height }: SmallPicture, body: BodyBox | null): string[] {
  const box = body && body.bottom - body.top > 0.05 && body.right > body.left ? body : middle;
  const half = (box.left + box.right) / 2;
  const [left, right, around] = [new Part(), new Part(), new Part()];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v, at] = [(x + 0.5) / width, (y + 0.5) / height, (y * width + x) * 4];
      const luma = 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
      const isBody = u >= box.left && u <= box.right && v >= box.top && v <= box.bottom;
      (isBody ? (u < half ? left : right) : around).add(luma);
    }
  }
  const [own, difference] = [Part.of(left, right), left.mean - right.mean];
  const hints: string[] = [];
  if (around.mean - own.mean > backLight) hints.push("Strong light comes from behind you: turn round, close the curtain, or put a lamp before you.");
  else if (own.mean < tooDark) hints.push("It is too dark: put a lamp before you, beside the camera.");
  if (own.glare > mostGlare) hints.push("You are overexposed: move the lamp away, or turn it to the wall.");
  // The camera's left is the person's right.
  if (Math.abs(difference) > oneSided) hints.push(`The light comes from one side: put another lamp to your ${difference > 0 ? "left" : "right"}.`);
  return hints;
}

class Part {
  private sum = 0;
  private count = 0;
  private white = 0;

  static of(one: Part, other: Part): Part {
    const both = new Part();
    both.sum = one.sum + other.sum;
    both.count = one.count + other.count;
    both.white = one.white + other.white;
    return both;
  }

  add(luma: number): void {
    this.sum += luma;
    this.count++;
    if (luma >= glaring) this.white++;
  }

  get mean(): number {
    return this.sum / Math.max(1, this.count);
  }

  /** The share that is white. */
  get glare(): number {
    return this.white / Math.max(1, this.count);
  }
}
