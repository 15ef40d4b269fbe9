import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket, ticketFor } from "./operators";
import { stateOf, until, type State } from "./state";
import { Theatre } from "./theatre";
import { writeTone } from "./tone";

/** What the actor's microphone hears. */
const hertz = 660;
const wav = join(mkdtempSync(join(tmpdir(), "virtualstage-voice-")), "tone.wav");
writeTone(wav, hertz);

// The stage is not looked at here: without 3D the pages say it in words, and have more time for sound.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), "--disable-3d-apis", "--use-fake-ui-for-media-stream", `--use-file-for-fake-audio-capture=${wav}`] }),
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

/** Waits until a page has decoded the tone of the microphone from now on. */
async function hearsTone(page: Page, what: string, speaker: Page): Promise<State> {
  const before = (await stateOf(page)).voice.decoded;
  let state: State = null;
  await expect
    .poll(
      async () => {
        state = await stateOf(page);
        const { decoded, hertz: pitch } = state.voice;
        const isHeard = decoded > before + 20 && pitch !== null && Math.abs(pitch - hertz) < 30;
        return isHeard ? "heard" : JSON.stringify({ ...state.voice, sound: state.sound.state, from: (await stateOf(speaker)).talk });
      },
      { message: what, timeout: 60_000, intervals: [100] },
    )
    .toBe("heard");
  return state;
}

/** Waits until a page hears nothing while somebody goes on talking. */
async function hearsNothing(page: Page, what: string, speaker: Page): Promise<void> {
  let [heard, sent] = [-1, 0];
  await expect
    .poll(
      async () => {
        const [now, talk] = [(await stateOf(page)).voice.heard as number, (await stateOf(speaker)).talk.sent as number];
        if (now !== heard) [heard, sent] = [now, talk];
        return talk - sent;
      },
      { message: what, timeout: 60_000, intervals: [100] },
    )
    .toBeGreaterThan(40);
}

/** Has the show run, by the owner's word over HTTP: no page is needed for it. */
async function openTheShow(): Promise<void> {
  for (const command of ["open-house", "call-beginners", "start"]) {
    const answer = await fetch(`${theatre.url}/api/performances/hamlet-1/${command}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${owner}` },
      body: "{}",
    });
    expect(answer.status, await answer.text()).toBe(200);
  }
}

const heardBy = (page: Page) => page.getByRole("status", { name: "Who hears you" });

test("an actor speaks and the house hears the tone, until the stage manager mutes; backstage talk never comes there", async ({ browser }) => {
  await openTheShow();
  const speaker = await actor(browser, "Ann", "hamlet");
  const house = await (await browser.newContext()).newPage();
  await house.goto(`${theatre.url}/watch`);
  await until(house, "the audience sees the stage", (state) => state.connected && state.players.length === 1, 60_000);
  await soundOn(house);

  // The microphone is open, and nobody hears it until it is asked for.
  await expect(heardBy(speaker)).toContainText("nobody (your microphone is off)");
  await speaker.getByRole("button", { name: "Microphone on" }).click();
  await until(speaker, "the microphone hears the tone", ({ talk }) => talk.microphone === "on" && talk.level > 0.05);
  await expect(heardBy(speaker)).toContainText("nobody (hold to talk to the stage)");
  expect((await stateOf(speaker)).talk.sent).toBe(0);

  await speaker.getByRole("heading", { level: 1 }).click();
  await speaker.keyboard.down("v");
  await expect(heardBy(speaker)).toHaveText("You are heard by: the stage");
  const heard = await hearsTone(house, "the house hears the tone", speaker);
  expect(heard.voice.speakers).toHaveLength(1);
  await speaker.keyboard.up("v");
  await picture(speaker, "stage-door-voice-phone");
  await expectAccessible(speaker);
  await until(speaker, "nobody is spoken to once the key is up", (state) => !state.talk.isTalking);

  await speaker.getByRole("checkbox", { name: "Open microphone" }).check();
  await hearsTone(house, "the house hears the open microphone", speaker);
  const console = await openConsole(browser, `${theatre.url}/console/hamlet-1/moderation`, owner);
  await console.getByRole("button", { name: "Mute Ann" }).click();
  await expect(heardBy(speaker)).toContainText("nobody (muted by the stage manager)");
  await hearsNothing(house, "the house hears nothing of who is muted", speaker);
  await until(speaker, "the speaker still sends, and is told", (state) => state.talk.isTalking && state.talk.refusal === "you are muted");
  await console.getByRole("button", { name: "Unmute Ann" }).click();
  await console.close();
  await hearsTone(house, "the house hears Ann again", speaker);

  await speaker.getByRole("combobox", { name: "To" }).selectOption({ label: "Cast" });
  await expect(heardBy(speaker)).toHaveText("You are heard by: Cast, backstage");
  await hearsNothing(house, "the house hears nothing of backstage talk", speaker);
  await speaker.getByRole("button", { name: "Microphone off" }).click();
  await expect(heardBy(speaker)).toContainText("nobody (your microphone is off)");
});

test("two actors: one hears what the other says on the stage, and to the cast", async ({ browser }) => {
  await openTheShow();
  const other = await actor(browser, "Ben", "horatio");
  await soundOn(other);
  const speaker = await actor(browser, "Ann", "hamlet");
  await speaker.getByRole("button", { name: "Microphone on" }).click();
  await speaker.getByRole("checkbox", { name: "Open microphone" }).check();
  const heard = await hearsTone(other, "the other actor hears the tone", speaker);
  expect(heard.voice.channels).toEqual({ "0": expect.any(Number) });
  await until(other, "it sounds", ({ voice }) => voice.rms > 0.005, 60_000);
  expect((await stateOf(speaker)).voice.heard, "nobody hears themselves").toBe(0);
  await speaker.getByRole("combobox", { name: "To" }).selectOption({ label: "Cast" });
  await until(other, "the cast hears it", ({ voice }) => voice.channels["9"] > 10, 60_000);
});

test("somebody who waits at the stage door talks backstage with an actor who is on", async ({ browser }) => {
  const ticket = await ticketFor(theatre, owner, "Ben", ["act"], "horatio");
  const waiting = await (await browser.newContext()).newPage();
  await waiting.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
  await waiting.getByRole("button", { name: "Join backstage talk" }).click();
  const backstage = waiting.getByRole("region", { name: "Backstage talk" });
  await expect(backstage).toContainText("You hear Cast.");
  await expect(backstage).toContainText("Nobody talks.");
  await expectAccessible(waiting);
  const speaker = await actor(browser, "Ann", "hamlet");
  await soundOn(speaker);
  await speaker.getByRole("button", { name: "Microphone on" }).click();
  await speaker.getByRole("checkbox", { name: "Open microphone" }).check();
  await speaker.getByRole("combobox", { name: "To" }).selectOption({ label: "Cast" });
  await expect(backstage).toContainText("Cast: somebody talks.");
  await speaker.getByRole("button", { name: "Microphone off" }).click();
  await expect(backstage).toContainText("Nobody talks.");

  await waiting.getByRole("button", { name: "Microphone on" }).click();
  await waiting.getByRole("checkbox", { name: "Open microphone" }).check();
  await expect(heardBy(waiting)).toHaveText("You are heard by: Cast, backstage");
  await until(speaker, "the actor hears who waits", ({ voice }) => voice.channels["9"] > 10 && voice.decoded > 10, 60_000);
});

test("a browser without WebCodecs hears by WebAssembly, and says that it sends nothing", async ({ browser }) => {
  await openTheShow();
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
  await hearsTone(other, "the tone is heard by the other decoder", speaker);

  await other.getByRole("button", { name: "Microphone on" }).click();
  await expect(other.getByRole("region", { name: "Your voice" })).toContainText("cannot be sent from this browser");
});
