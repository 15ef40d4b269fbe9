import type { DecodedPicture, Layer } from "./decodePicture";

export type Ground = "stage" | "checkered";

const mostWidth = 640;
const square = 16;
const stageDark = "#0d0907";

/** Draws a performer before a ground. A canvas can do it by itself: the ground times what is not performer, and the performer's colours added. */
export class MattePainter {
  private readonly scratch = document.createElement("canvas");

  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** The performer before a ground. */
  paint(picture: DecodedPicture, ground: Ground): void {
    const [width, height] = this.fit(picture);
    const [paint, room] = [this.canvas.getContext("2d", { alpha: false }), this.scratch.getContext("2d", { alpha: false })];
    if (!paint || !room) return;
    room.globalCompositeOperation = "copy";
    drawLayer(room, picture, picture.alpha, width, height);
    room.globalCompositeOperation = "difference";
    room.fillStyle = "#fff";
    room.fillRect(0, 0, width, height);
    paint.globalCompositeOperation = "source-over";
    layGround(paint, ground, width, height);
    paint.globalCompositeOperation = "multiply";
    paint.drawImage(this.scratch, 0, 0);
    paint.globalCompositeOperation = "lighter";
    drawLayer(paint, picture, picture.colour, width, height);
  }

  /** How much of each pixel is performer. */
  paintMatte(picture: DecodedPicture): void {
    const [width, height] = this.fit(picture);
    const paint = this.canvas.getContext("2d", { alpha: false });
    if (paint) drawLayer(paint, picture, picture.alpha, width, height);
  }

  private fit({ width, height }: DecodedPicture): [number, number] {
    const scale = Math.min(1, mostWidth / width);
    const size: [number, number] = [Math.round(width * scale), Math.round(height * scale)];
    for (const canvas of [this.canvas, this.scratch]) if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
    return size;
  }
}

function drawLayer(paint: CanvasRenderingContext2D, picture: DecodedPicture, { image, top }: Layer, width: number, height: number): void {
  paint.drawImage(image, 0, top, picture.width, picture.height, 0, 0, width, height);
}

function layGround(paint: CanvasRenderingContext2D, ground: Ground, width: number, height: number): void {
  paint.fillStyle = ground === "stage" ? stageDark : "#999";
  paint.fillRect(0, 0, width, height);
  if (ground === "stage") return;
  paint.fillStyle = "#666";
  for (let y = 0; y < height; y += square) for (let x = (y / square) % 2 === 0 ? 0 : square; x < width; x += 2 * square) paint.fillRect(x, y, square, square);
}
