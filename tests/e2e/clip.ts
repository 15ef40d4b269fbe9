import { chromium, type LaunchOptions } from "@playwright/test";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A room of 60 pictures, then somebody in it for 120. Pictures of the pages show nobody who lives: for these CAMERA_CLIP names a
 * clip that `server/VirtualStage.Matting/training/clip.py` drew.
 */
const drawn = process.env["CAMERA_CLIP"];
const recorded = drawn ?? (process.env["SCREENSHOTS"] ? "" : join(dirname(fileURLToPath(import.meta.url)), "../../../shared/data/matting/webcam.mjpeg"));
const emptyPictures = 60;

/**
 * What a browser's fake camera plays, over and over: the empty room for 4 seconds, then somebody in it for 8. Whenever the room is
 * taken, the theatre finds it empty within the 12 seconds that it waits.
 */
export interface Clip {
  path: string;
  /** False for one that was drawn here, in which the body network may find nobody. */
  isRecorded: boolean;
}

export async function writeClip(launch: LaunchOptions): Promise<Clip> {
  const isRecorded = existsSync(recorded);
  const pictures = isRecorded ? picturesOf(readFileSync(recorded)) : await draw(launch);
  const [empty, person] = [pictures.slice(0, emptyPictures), pictures.slice(emptyPictures)];
  const path = join(mkdtempSync(join(tmpdir(), "virtualstage-camera-")), "camera.mjpeg");
  writeFileSync(path, Buffer.concat([...empty, ...empty, ...person, ...person]));
  return { path, isRecorded };
}

/** An MJPEG file is JPEGs one after the other; inside of one the marks of its beginning and end do not come together. */
function picturesOf(file: Buffer): Buffer[] {
  const between = Buffer.from([0xff, 0xd9, 0xff, 0xd8]);
  const pictures: Buffer[] = [];
  for (let start = 0; start < file.length; ) {
    const next = file.indexOf(between, start);
    const end = next < 0 ? file.length : next + 2;
    pictures.push(file.subarray(start, end));
    start = end;
  }
  return pictures;
}

/** A room with noise on the wall, and a figure that sways, drawn by a browser. */
async function draw(launch: LaunchOptions): Promise<Buffer[]> {
  const browser = await chromium.launch(launch);
  const page = await browser.newPage();
  const drawn = await page.evaluate(async () => {
    const [width, height] = [960, 540];
    const canvas = new OffscreenCanvas(width, height);
    const paint = canvas.getContext("2d")!;
    const wall = paint.createImageData(width, height);
    for (let at = 0; at < wall.data.length; at += 4) {
      const grain = 110 + ((at * 7919) % 37) + Math.sin(at / 4 / 60) * 14;
      wall.data.set([grain, grain + 12, grain + 24, 255], at);
    }
    const pictures: string[] = [];
    for (let number = 0; number < 180; number++) {
      paint.putImageData(wall, 0, 0);
      if (number >= 60) {
        const sway = Math.sin(number / 9) * 16;
        paint.fillStyle = "#5b2333";
        paint.beginPath();
        paint.ellipse(480 + sway, 560, 190, 260, 0, 0, Math.PI * 2);
        paint.fill();
        paint.fillStyle = "#c79a78";
        paint.fillRect(450 + sway, 230, 60, 90);
        paint.beginPath();
        paint.ellipse(480 + sway, 180, 72, 95, 0, 0, Math.PI * 2);
        paint.fill();
        paint.fillStyle = "#2a1b14";
        paint.beginPath();
        paint.ellipse(480 + sway, 130, 84, 70, 0, Math.PI, 0);
        paint.fill();
        for (const eye of [-26, 26]) paint.fillRect(472 + sway + eye, 172, 16, 8);
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 })).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      pictures.push(btoa(text));
    }
    return pictures;
  });
  await browser.close();
  return drawn.map((picture) => Buffer.from(picture, "base64"));
}
