import { CanvasTexture, RepeatWrapping, SRGBColorSpace, type Texture } from "three";
import { randomFrom } from "./random";

type Painter = (paint: CanvasRenderingContext2D, size: number, random: () => number) => void;

const cache = new Map<string, Texture>();

function painted(name: string, size: number, painter: Painter): Texture {
  const known = cache.get(name);
  if (known) return known;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const paint = canvas.getContext("2d");
  if (paint) painter(paint, size, randomFrom(name.length * 7919));
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.anisotropy = 4;
  cache.set(name, texture);
  return texture;
}

const grey = (value: number, alpha = 1) => `rgba(${value},${value},${value},${alpha})`;

/** Planks running away from the audience; white is the material's own colour. */
export const planks = () =>
  painted("planks", 512, (paint, size, random) => {
    const count = 8;
    const width = size / count;
    for (let plank = 0; plank < count; plank++) {
      paint.fillStyle = grey(150 + random() * 70);
      paint.fillRect(plank * width, 0, width, size);
      for (let grain = 0; grain < 34; grain++) {
        const x = plank * width + random() * width;
        paint.strokeStyle = grey(random() < 0.7 ? 70 : 235, 0.05 + random() * 0.1);
        paint.lineWidth = 0.6 + random() * 1.4;
        paint.beginPath();
        paint.moveTo(x, 0);
        paint.bezierCurveTo(x + random() * 8 - 4, size * 0.3, x + random() * 8 - 4, size * 0.6, x, size);
        paint.stroke();
      }
      paint.fillStyle = grey(30, 0.85);
      paint.fillRect(plank * width, 0, 2, size);
      paint.fillRect(plank * width, Math.floor(random() * size), width, 2);
    }
  });

/** Courses of hewn blocks. */
export const stone = () =>
  painted("hewn stone", 256, (paint, size, random) => {
    paint.fillStyle = grey(120);
    paint.fillRect(0, 0, size, size);
    const rows = 4;
    const height = size / rows;
    for (let row = 0; row < rows; row++) {
      for (let block = -1; block < 3; block++) {
        const x = block * (size / 2) + (row % 2) * (size / 4);
        paint.fillStyle = grey(165 + random() * 70);
        paint.fillRect(x + 2, row * height + 2, size / 2 - 4, height - 4);
      }
    }
    speckle(paint, size, random, 2600);
  });

/** Plaster, canvas and whatever else is just painted. */
export const plaster = () =>
  painted("plaster", 128, (paint, size, random) => {
    paint.fillStyle = grey(228);
    paint.fillRect(0, 0, size, size);
    speckle(paint, size, random, 1200);
  });

function speckle(paint: CanvasRenderingContext2D, size: number, random: () => number, count: number) {
  for (let speck = 0; speck < count; speck++) {
    paint.fillStyle = grey(random() < 0.5 ? 40 : 255, 0.04 + random() * 0.06);
    const extent = 1 + random() * 3;
    paint.fillRect(random() * size, random() * size, extent, extent);
  }
}

/** Velvet in folds, darker towards the top where no light falls. */
export const velvet = () =>
  painted("velvet", 256, (paint, size) => {
    for (let x = 0; x < size; x++) {
      const turn = (x / size) * Math.PI * 2;
      const fold = 0.56 + 0.22 * Math.sin(turn * 3) + 0.16 * Math.sin(turn * 7 + 1) + 0.06 * Math.sin(turn * 13);
      paint.fillStyle = `rgb(${56 + 130 * fold},${10 + 22 * fold},${12 + 18 * fold})`;
      paint.fillRect(x, 0, 1, size);
    }
    const shade = paint.createLinearGradient(0, 0, 0, size);
    shade.addColorStop(0, "rgba(0,0,0,0.85)");
    shade.addColorStop(0.5, "rgba(0,0,0,0.35)");
    shade.addColorStop(1, "rgba(0,0,0,0.15)");
    paint.fillStyle = shade;
    paint.fillRect(0, 0, size, size);
  });

/** The light of a cyclorama: strongest at the horizon, fading upwards and to the sides. */
export const skyGlow = () =>
  painted("sky", 256, (paint, size) => {
    const up = paint.createLinearGradient(0, size, 0, 0);
    up.addColorStop(0, grey(255));
    up.addColorStop(0.35, grey(190));
    up.addColorStop(1, grey(62));
    paint.fillStyle = up;
    paint.fillRect(0, 0, size, size);
    const aside = paint.createLinearGradient(0, 0, size, 0);
    aside.addColorStop(0, grey(0, 0.6));
    aside.addColorStop(0.3, grey(0, 0));
    aside.addColorStop(0.7, grey(0, 0));
    aside.addColorStop(1, grey(0, 0.6));
    paint.fillStyle = aside;
    paint.fillRect(0, 0, size, size);
  });

/** A soft round light. */
export const glow = () =>
  painted("glow", 128, (paint, size) => {
    const round = paint.createRadialGradient(size / 2, size / 2, 0, size / 2, size / 2, size / 2);
    round.addColorStop(0, grey(255));
    round.addColorStop(0.45, grey(110));
    round.addColorStop(1, grey(0));
    paint.fillStyle = round;
    paint.fillRect(0, 0, size, size);
  });
