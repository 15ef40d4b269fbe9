import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { writeClip, type Clip } from "./clip";
import { expectAccessible, picture } from "./looks";
import { ownersTicket, ticketFor } from "./operators";
import { stateOf, until, type State } from "./state";
import { Theatre } from "./theatre";

const production = join(dirname(fileURLToPath(import.meta.url)), "ghost-story");

/** Browsers are sent video where the theatre has an encoder. */
const hasEncoder = spawnSync("ffmpeg", ["-version"]).status === 0;

let clip: Clip;

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    clip ??= await writeClip(launchOptions);
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${clip.path}`] });
  },
});
// Matting, a stage in software and a camera share the cores.
test.setTimeout(420_000);

let theatre: Theatre;
let owner: string;

test.beforeEach(async () => {
  theatre = await Theatre.open("--no-bots", "--production", production);
  owner = await ownersTicket(theatre);
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await theatre.close();
});

async function performance(): Promise<string> {
  const playbill = (await (await fetch(`${theatre.url}/api/playbill`)).json()) as { performances: { id: string }[] };
  return playbill.performances[0]!.id;
}

async function call(command: string, members: Record<string, unknown> = {}): Promise<void> {
  const answer = await fetch(`${theatre.url}/api/performances/${await performance()}/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${owner}` },
    body: JSON.stringify(members),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

async function go(cue: string): Promise<void> {
  await call("standby", { cue });
  await call("go", { cue });
}

/** The Ghost's performer at the camera's page, which is opened by its address. */
async function performer(browser: Browser, viewport = { width: 1280, height: 1400 }): Promise<Page> {
  const ticket = await ticketFor(theatre, owner, "Ada", ["perform"], "ghost");
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`${theatre.url}/stage-door/${await performance()}/camera#ticket=${ticket}`);
  await until(page, "the performer is let in", (state) => state.page === "performer" && state.connected, 60_000);
  return page;
}

const ghost = (state: State) => state.performers.find((one: State) => one.role === "ghost");

/** How much of the own matte is the ground that the page draws: at the upper corners, and where the body is. */
const ownGround = (page: Page): Promise<{ corners: number; body: number }> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.matte-canvas")!;
    const { width, height } = canvas;
    const paint = canvas.getContext("2d")!;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const { left, top, right, bottom } = (window as any).virtualStage.state().body;
    const share = (x: number, y: number, w: number, h: number) => {
      const { data } = paint.getImageData(Math.round(x * width), Math.round(y * height), Math.max(1, Math.round(w * width)), Math.max(1, Math.round(h * height)));
      let same = 0;
      for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at]! - 13) + Math.abs(data[at + 1]! - 9) + Math.abs(data[at + 2]! - 7) < 36) same++;
      return same / (data.length / 4);
    };
    const [w, h] = [right - left, bottom - top];
    return { corners: (share(0, 0, 0.1, 0.1) + share(0.9, 0, 0.1, 0.1)) / 2, body: share(left + w * 0.35, top + h * 0.4, w * 0.3, h * 0.3) };
  });

interface Changed {
  /** Shares of the picture that differ: of the box around all that does, of its upper corners, and of its lower middle. */
  box: { left: number; top: number; right: number; bottom: number };
  corners: number;
  middle: number;
}

/** Where two pictures of a page differ. */
async function changed(page: Page, before: Buffer, after: Buffer): Promise<Changed | null> {
  return page.evaluate(
    async ([one, other]) => {
      const pixels = await Promise.all(
        [one!, other!].map(async (png) => {
          const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
          const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
          paint.drawImage(bitmap, 0, 0);
          return paint.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      const [a, b] = pixels as [ImageData, ImageData];
      const differs = (x: number, y: number) => {
        const at = (y * a.width + x) * 4;
        return Math.abs(a.data[at]! - b.data[at]!) + Math.abs(a.data[at + 1]! - b.data[at + 1]!) + Math.abs(a.data[at + 2]! - b.data[at + 2]!) > 24;
      };
      const rows = Array.from({ length: a.height }, (_, y) => Array.from({ length: a.width }, (_unused, x) => x).filter((x) => differs(x, y)));
      const ys = rows.flatMap((row, y) => (row.length > 4 ? [y] : []));
      const xs = ys.flatMap((y) => rows[y]!);
      if (xs.length === 0) return null;
      const box = { left: Math.min(...ys.map((y) => rows[y]![0]!)), top: ys[0]!, right: Math.max(...ys.map((y) => rows[y]!.at(-1)!)) + 1, bottom: ys.at(-1)! + 1 };
      const share = (x0: number, y0: number, x1: number, y1: number) => {
        const [w, h] = [box.right - box.left, box.bottom - box.top];
        let [count, all] = [0, 0];
        for (let y = Math.floor(box.top + y0 * h); y < box.top + y1 * h; y++) {
          for (let x = Math.floor(box.left + x0 * w); x < box.left + x1 * w; x++) {
            all++;
            if (differs(x, y)) count++;
          }
        }
        return count / Math.max(1, all);
      };
      return { box, corners: (share(0, 0, 0.15, 0.15) + share(0.85, 0, 1, 0.15)) / 2, middle: share(0.35, 0.5, 0.65, 0.85) };
    },
    [before.toString("base64"), after.toString("base64")],
  );
}

test("somebody plays by camera: the room is taken, they show themselves, a cue puts them on, and the audience sees them without their room", async ({ browser }) => {
  test.info().annotations.push({ type: "camera", description: clip.isRecorded ? "webcam.mjpeg" : "a clip that was drawn, for the data are absent" });
  await call("open-house");
  await call("call-beginners");
  await call("start");
  const page = await performer(browser);
  const seenBy = page.getByRole("status", { name: "Who sees you" });
  await expect(seenBy).toContainText("Nobody sees you");
  expect((await stateOf(page)).sent, "nothing is sent before the camera is asked for").toBe(0);

  // Whether somebody is in the room at that moment or not: the theatre waits for it to be empty.
  await page.getByRole("combobox", { name: "Time to step out" }).selectOption({ label: "none: it is empty" });
  await page.getByRole("button", { name: "Camera on" }).click();
  await until(page, "the camera's pictures are answered", (state) => state.camera === "on" && state.mattes > 0, 120_000);
  await page.getByRole("button", { name: "Take the room" }).click();
  await until(page, "the room is judged", (state) => state.plate.name === "judged", 60_000);
  const { plate } = await stateOf(page);
  expect(plate, plate.words).toMatchObject({ isUsed: true });

  const inPicture = (state: State) => state.body !== null && state.body.bottom - state.body.top > 0.3;
  await until(page, "the performer is found in the picture", inPicture, 60_000);
  await expect(async () => {
    const ground = await ownGround(page);
    expect(ground.corners, "the room is gone").toBeGreaterThan(0.9);
    expect(ground.body, "the performer is there").toBeLessThan(0.2);
  }).toPass({ timeout: 150_000 });
  await expectAccessible(page);
  await picture(page, "performer");

  const house = await (await browser.newContext({ viewport: { width: 800, height: 500 }, reducedMotion: "reduce" })).newPage();
  await house.goto(`${theatre.url}/watch`);
  await until(house, "the audience sees the stage", (state) => state.connected && state.show !== null, 60_000);
  const stage = house.locator(".stage-canvas");
  await house.addStyleTag({ content: ".stage-labels { display: none } .watch-bar { opacity: 0 }" });
  const empty = await stillStage(house);

  await page.getByRole("button", { name: "Show me" }).click();
  await expect(seenBy).toContainText("Stage management sees you");
  const console = await consoleInWords(browser);
  await expect(console.getByRole("region", { name: "Cameras" })).toContainText("The Ghost by Ada");
  await expect(console.getByRole("img", { name: "The Ghost, cut out, before squares" })).toBeVisible();
  await expect(console.getByRole("region", { name: "Cameras" })).toContainText(hasEncoder ? "as video to who can play it" : "as pictures, for there is no video: this server has no ffmpeg", { timeout: 60_000 });
  await expectAccessible(console);
  await picture(console, "console-performers");
  await console.context().close();
  expect(ghost(await stateOf(house)), "the audience sees nobody before the cue").toBeUndefined();

  await go("PF 1");
  await expect(seenBy).toContainText("the audience and the company see you", { timeout: 20_000 });
  await until(house, "the audience has the performer's pictures", (state) => ghost(state)?.opacity === 1 && ghost(state).picture?.shown > 5, 60_000);
  const way = hasEncoder ? "video" : "pictures";
  await until(house, `they come as ${way}`, (state) => ghost(state).picture?.way === way, 60_000);
  await until(page, "the performer is in the picture", inPicture, 60_000);
  await expect(async () => {
    const before = ghost(await stateOf(house)).picture;
    const seen = await changed(house, empty, await stage.screenshot());
    expect(seen, "something came on").not.toBeNull();
    expect(seen!.box.bottom - seen!.box.top, "as high as a person").toBeGreaterThan(40 * (await house.evaluate(() => devicePixelRatio)));
    expect(seen!.corners, "the room is gone").toBeLessThan(0.35);
    expect(seen!.middle, "the performer is there").toBeGreaterThan(0.6);
    const after = ghost(await stateOf(house)).picture;
    expect([before.way, after.way], "seen that way").toEqual([way, way]);
    expect(after.shownAsVideo > 0, "seen that way").toBe(hasEncoder);
  }).toPass({ timeout: 90_000 });
  await picture(house, "watch-performer");
  await house.getByRole("button", { name: "Scene in words" }).click();
  await expect(house.getByRole("region", { name: "The stage in words" })).toContainText("The Ghost is centre stage, in person by camera");

  // As an avatar: a figure stands there, and nothing that the camera sees goes to the audience.
  await page.getByRole("radio", { name: "an avatar that I move" }).check();
  await until(house, "the audience sees an avatar", (state) => !!ghost(state)?.avatar, 30_000);
  await expect(house.getByRole("region", { name: "The stage in words" })).toContainText("The Ghost is centre stage, as an avatar that is moved by camera");
  await house.getByRole("button", { name: "Scene in words" }).click();
  await expect(async () => {
    const seen = await changed(house, empty, await stage.screenshot());
    expect(seen, "a figure stands there").not.toBeNull();
    expect(seen!.box.bottom - seen!.box.top, "as high as a person").toBeGreaterThan(40);
  }).toPass({ timeout: 60_000 });
  if (clip.isRecorded) await until(house, "the body moves it", (state) => ghost(state).avatar.joints?.some((one: number) => one !== 0), 60_000);
  await expectAccessible(page);
  await page.getByRole("radio", { name: "my picture" }).check();
  await until(house, "the audience sees the picture again", (state) => ghost(state).avatar === null && ghost(state).picture?.shown > 2, 60_000);

  if (hasEncoder) {
    // A page whose decoder fails does without.
    await house.evaluate(() => {
      VideoDecoder.prototype.decode = () => {
        throw new DOMException("the test has it fail", "EncodingError");
      };
    });
    await until(house, "they come as pictures then", (state) => ghost(state).picture?.way === "pictures", 60_000);
  }

  await page.getByRole("button", { name: "Hide me" }).click();
  await expect(seenBy).toContainText("Nobody sees you");
  await until(house, "the audience has no pictures any more", (state) => ghost(state).picture === null);
  await go("PF 2");
  await until(house, "the performer is off", (state) => ghost(state).opacity === 0);
});

test("the camera's page says in words what is wrong, on a phone as well", async ({ browser }) => {
  const page = await performer(browser, { width: 390, height: 780 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Camera on" }).click();
  await until(page, "the camera is on", (state) => state.camera === "on", 60_000);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await picture(page, "performer-phone");

  // Counting down can be called off by the keyboard.
  await page.getByRole("button", { name: "Take the room" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Step out of the picture/)).toBeVisible();
  await page.getByRole("button", { name: "Call it off" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Take the room" })).toBeVisible();

  // The camera is taken away in the middle.
  await page.evaluate(() => {
    const stream = document.querySelector("video")!.srcObject as MediaStream;
    stream.getVideoTracks()[0]!.dispatchEvent(new Event("ended"));
  });
  await expect(page.getByRole("alert")).toContainText("The camera is gone");
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event("devicechange")));
  await until(page, "the camera is back by itself", (state) => state.camera === "on");

  // A second page in the same role is told why it has to wait.
  const ticket = await page.evaluate(() => localStorage.getItem("virtualstage.ticket.stage-door"));
  const second = await (await browser.newContext()).newPage();
  await second.goto(`${theatre.url}/stage-door/${await performance()}/camera#ticket=${ticket}`);
  await expect(second.getByRole("status", { name: "Connection" })).toContainText("a camera is connected for this role already");
  await page.context().close();
  await until(second, "the second page is let in once the first is closed", (state) => state.connected, 30_000);
});

test("who may act and perform chooses at the stage door; who is not allowed a camera is told so", async ({ browser }) => {
  const ticket = await ticketFor(theatre, owner, "Ben", ["act", "perform"], "ghost");
  const context = await browser.newContext();
  await context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  const page = await context.newPage();
  await page.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
  await expect(page.getByRole("button", { name: "Play as an avatar" })).toBeVisible();
  await page.getByRole("button", { name: "Play by camera" }).click();
  await expect(page).toHaveURL(/\/camera$/);
  await page.getByRole("button", { name: "Camera on" }).click();
  await expect(page.getByRole("alert")).toContainText("The browser lets this page see no camera.");
  await expect(page.getByRole("button", { name: "Show me" })).toBeDisabled();
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("button", { name: "Play by camera" })).toBeVisible();
  await expect(page).toHaveURL(/\/stage-door\/[^/]+$/);
});

/** A console at the matting, whose own stage is told in words: there is enough to draw. */
async function consoleInWords(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, options?: unknown) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: unknown) {
      return kind === "2d" ? getContext.call(this, kind, options) : null;
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  const page = await context.newPage();
  await page.goto(`${theatre.url}/console/${await performance()}/matting#ticket=${owner}`);
  await until(page, "the console is connected", (state) => state.connected && state.view !== null, 60_000);
  return page;
}

/** The stage's picture once it was drawn and no longer changes: eyes have adapted to its light. */
async function stillStage(page: Page): Promise<Buffer> {
  const shoot = () => page.locator(".stage-canvas").screenshot();
  const black: Buffer = Buffer.from(await page.evaluate(nothing, await page.locator(".stage-canvas").boundingBox()), "base64");
  let before: Buffer = black;
  await expect(async () => {
    const now = await shoot();
    const [moved, drawn] = [await changed(page, before, now), await changed(page, black, now)];
    before = now;
    expect(drawn, "the stage is drawn").not.toBeNull();
    expect(moved, "the stage is still").toBeNull();
  }).toPass({ timeout: 90_000, intervals: [500] });
  return before;
}

/** A black picture as large as the box is in a screenshot, as PNG. */
async function nothing(box: { width: number; height: number } | null): Promise<string> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [box!.width * devicePixelRatio, box!.height * devicePixelRatio];
  canvas.getContext("2d", { alpha: false });
  return canvas.toDataURL("image/png").split(",")[1]!;
}

test("how long it takes from opening the page to being on stage, and from the camera to the audience's billboard", { tag: "@long" }, async ({ browser }) => {
  await call("open-house");
  await call("call-beginners");
  await call("start");
  await go("PF 1");
  // A small stage, so that drawing it in software takes little of the time that is measured.
  const house = await (await browser.newContext({ viewport: { width: 480, height: 320 }, reducedMotion: "reduce" })).newPage();
  await house.goto(`${theatre.url}/watch`);
  await until(house, "the audience sees the stage", (state) => state.connected && state.show !== null && ghost(state)?.opacity === 1, 60_000);

  const opened = Date.now();
  const page = await performer(browser);
  await page.getByRole("combobox", { name: "Time to step out" }).selectOption({ label: "none: it is empty" });
  await page.getByRole("button", { name: "Camera on" }).click();
  await page.getByRole("button", { name: "Take the room" }).click();
  const { plate } = await until(page, "the room is judged", (state) => state.plate.name === "judged", 60_000);
  expect(plate, plate.words).toMatchObject({ isUsed: true });
  await page.getByRole("button", { name: "Show me" }).click();
  await until(house, "the performer is on the stage", (state) => ghost(state).picture?.shown > 0, 60_000);
  const startSeconds = (Date.now() - opened) / 1000;

  // The ages are of the last hundred pictures; the first of them came while pages were still busy with beginning.
  const seen = await until(house, "many pictures are shown", (state) => ghost(state).picture?.shown > 300, 240_000);
  const { matting } = await stateOf(page);
  const { ageP95Ms, shown } = ghost(seen).picture;
  expect(ageP95Ms).toBeGreaterThan(0);
  process.stdout.write(
    `${JSON.stringify({ performer: "from camera to billboard", recorded: clip.isRecorded, startSeconds, plateWords: plate.words, ageP95Ms, shown, fps: matting.fps, mattingLatencyMs: matting.latencyMs, scale: matting.scale })}\n`,
  );
});
