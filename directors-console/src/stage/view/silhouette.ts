import { CanvasTexture, SRGBColorSpace } from "three";

const [width, height] = [256, 512];

/** A person in outline with a name on it: what stands for a performer of whom no picture has come yet. */
export function silhouetteOf(name: string): CanvasTexture {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const paint = canvas.getContext("2d");
  if (paint) {
    paint.fillStyle = "#8d8177";
    paint.beginPath();
    paint.ellipse(128, 52, 34, 44, 0, 0, Math.PI * 2);
    paint.moveTo(52, 260);
    paint.bezierCurveTo(52, 130, 70, 108, 128, 108);
    paint.bezierCurveTo(186, 108, 204, 130, 204, 260);
    paint.lineTo(178, 290);
    paint.lineTo(172, 512);
    paint.lineTo(136, 512);
    paint.lineTo(128, 330);
    paint.lineTo(120, 512);
    paint.lineTo(84, 512);
    paint.lineTo(78, 290);
    paint.closePath();
    paint.fill();
    paint.fillStyle = "#14100d";
    paint.textAlign = "center";
    paint.textBaseline = "middle";
    paint.font = "600 34px system-ui, sans-serif";
    paint.fillText(name, 128, 200, 140);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}

/** A soft dark spot: where somebody stands, less light comes to the floor. */
export function footShadow(): CanvasTexture {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [64, 64];
  const paint = canvas.getContext("2d");
  if (paint) {
    const round = paint.createRadialGradient(32, 32, 0, 32, 32, 32);
    round.addColorStop(0, "rgb(0 0 0 / 1)");
    round.addColorStop(0.5, "rgb(0 0 0 / 0.45)");
    round.addColorStop(1, "rgb(0 0 0 / 0)");
    paint.fillStyle = round;
    paint.fillRect(0, 0, 64, 64);
  }
  return new CanvasTexture(canvas);
}
