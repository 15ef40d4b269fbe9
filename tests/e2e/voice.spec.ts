import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket, startShow, ticketFor } from "./operators";
import { stateOf, until, type State } from "./state";
import { Theatre } from "./theatre";
import { writeTone } from "./tone";

/** What the actor's microphone hears. */
const hertz = 660;
const wav = join(mkdtempSync(join(tmpdir(), "virtualstage-voice-")), "tone.wav");
writeTone(wav, hertz);

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), "--use-fake-ui-for-media-stream", `--use-file-for-fake-audio-capture=${wav}`] }),
});
test.setTimeout(240_000);

let theatre: Theatre;
let owner: string;

test.beforeEach(async () => {
  theatre = await Theatre.open("--no-bots");
  owner = await ownersTicket(theatre);
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await theatre.close();
});

async function actor(browser: Browser, name: string, role: string): Promise<Page> {
  const ticket = await ticketFor(theatre, owner, name, ["act"], role);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 780 } })).newPage();
  await page.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
  await page.getByRole("button", { name: /^Go on stage/ }).click();
  await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null, 60_000);
  return page;
}

async function soundOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sound on" }).focus();
  await page.keyboard.press("Enter");
  await until(page, "sound is on", (state) => state.sound.state === "on");
}

/** Waits until a page hears the tone of the microphone, louder than nothing. */
async function hearsTone(page: Page, what: string): Promise<State> {
  let state: State = null;
  await expect
    .poll(
      async () => {
        state = await stateOf(page);
        const { decoded, rms, hertz: loudest } = state.voice;
        const isHeard = decoded > 10 && rms > 0.01 && loudest !== null && Math.abs(loudest - hertz) < 30;
        return isHeard ? "heard" : JSON.stringify({ ...state.voice, sound: state.sound.state, level: state.sound.level });
      },
      { message: what, timeout: 60_000, intervals: [100] },
    )
    .toBe("heard");
  return state;
}

/** Waits until a page hears nothing any more: neither frames come, nor does anything sound. */
async function hearsNothing(page: Page, what: string): Promise<void> {
  let heard = -1;
  await until(page, what, ({ voice }) => {
    const isSilent = voice.heard === heard && voice.rms < 1e-4;
    heard = voice.heard;
    return isSilent;
  });
}

test("an actor speaks, the house and another actor hear the tone, the stage manager mutes, and backstage talk stays backstage", async ({ browser }) => {
  const console = await openConsole(browser, `${theatre.url}/console/hamlet-1/moderation`, owner);
  await startShow(console);
  const speaker = await actor(browser, "Ann", "hamlet");
  const other = await actor(browser, "Ben", "horatio");
  const house = await (await browser.newContext()).newPage();
  await house.goto(`${theatre.url}/watch`);
  await until(house, "the audience sees the stage", (state) => state.connected && state.players.length === 2, 60_000);
  await soundOn(house);
  await soundOn(other);

  // The microphone is open, and nobody hears it until it is asked for.
  const heardBy = speaker.getByRole("status", { name: "Who hears you" });
  await expect(heardBy).toContainText("nobody (your microphone is off)");
  await speaker.getByRole("button", { name: "Microphone on" }).click();
  await until(speaker, "the microphone hears the tone", ({ talk }) => talk.microphone === "on" && talk.level > 0.05);
  await expect(heardBy).toContainText("nobody (hold to talk to the stage)");

  await speaker.getByRole("heading", { level: 1 }).click();
  await speaker.keyboard.down("v");
  await expect(heardBy).toHaveText("You are heard by: the stage");
  const heard = await hearsTone(house, "the house hears the tone");
  expect(heard.voice.speakers).toHaveLength(1);
  await hearsTone(other, "the other actor hears the tone");
  expect((await until(speaker, "the speaker hears nobody", (state) => state.talk.sent > 50)).voice.heard).toBe(0);
  await picture(speaker, "stage-door-voice-phone");
  await expectAccessible(speaker);
  await speaker.keyboard.up("v");
  await hearsNothing(house, "the house hears nothing once the key is up");

  await speaker.getByRole("checkbox", { name: "Open microphone" }).check();
  await hearsTone(house, "the house hears the open microphone");
  await console.getByRole("button", { name: "Mute Ann" }).click();
  await expect(heardBy).toContainText("nobody (muted by the stage manager)");
  await hearsNothing(house, "the house hears nothing of who is muted");
  await hearsNothing(other, "nor does the other actor");
  const muted = await until(speaker, "the speaker still sends", (state) => state.talk.isTalking && state.talk.refusal === "you are muted");
  expect(muted.talk.sent).toBeGreaterThan(50);
  await console.getByRole("button", { name: "Unmute Ann" }).click();
  await hearsTone(house, "the house hears Ann again");

  // To the cast alone: the other actor belongs to it, the house does not.
  await speaker.getByRole("combobox", { name: "To" }).selectOption({ label: "Cast" });
  await expect(heardBy).toHaveText("You are heard by: Cast, backstage");
  await until(other, "the cast hears it", ({ voice }) => voice.channels["9"] > 10 && voice.rms > 0.01, 60_000);
  await hearsNothing(house, "the house hears nothing of backstage talk");
  await speaker.getByRole("button", { name: "Microphone off" }).click();
  await expect(heardBy).toContainText("nobody (your microphone is off)");
});

test("a browser without WebCodecs hears by WebAssembly, and says that it sends nothing", async ({ browser }) => {
  await startShow(await openConsole(browser, `${theatre.url}/console`, owner));
  const speaker = await actor(browser, "Ann", "hamlet");
  const context = await browser.newContext();
  await context.addInitScript("delete window.AudioDecoder; delete window.AudioEncoder;");
  const ticket = await ticketFor(theatre, owner, "Ben", ["act"], "horatio");
  const other = await context.newPage();
  await other.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
  await other.getByRole("button", { name: /^Go on stage/ }).click();
  await until(other, "the actor is on stage", (state) => state.connected && state.actor !== null, 60_000);
  await soundOn(other);
  await speaker.getByRole("button", { name: "Microphone on" }).click();
  await speaker.getByRole("checkbox", { name: "Open microphone" }).check();
  await hearsTone(other, "the tone is heard by the other decoder");

  await other.getByRole("button", { name: "Microphone on" }).click();
  await expect(other.getByRole("region", { name: "Your voice" })).toContainText("cannot be sent from this browser");
});
