import { expect, test } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { ownersTicket } from "./operators";
import { stateOf, until } from "./state";
import { Theatre } from "./theatre";

let theatre: Theatre;

test.beforeAll(async () => {
  theatre = await Theatre.open();
});

test.afterAll(async () => {
  await theatre.close();
});

interface Playing {
  id: number;
  sound: string;
  offsetMs: number;
  gain: number;
  driftMs: number;
}

test("the sounds of the production are heard in the house once asked for, by who joins late as well, until panic fades them", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const files: string[] = [];
  page.on("response", (answer) => {
    if (answer.url().includes("/api/sounds/")) files.push(`${answer.status()} ${answer.headers()["cache-control"]}`);
  });
  await page.goto(`${theatre.url}/watch`);
  await until(page, "the wind blows on the stage", (state) => state.sounds.includes("wind"), 60_000);
  expect((await stateOf(page)).sound).toMatchObject({ state: "off", rms: 0, playing: [] });
  expect(files).toEqual([]);

  await page.getByRole("button", { name: "Sound on" }).focus();
  await page.keyboard.press("Enter");
  const wind = (state: { sound: { playing: Playing[] } }) => state.sound.playing.find((one) => one.sound === "wind");
  const heard = await until(page, "the wind is heard", (state) => state.sound.state === "on" && wind(state) !== undefined && state.sound.rms > 0.001);
  expect(wind(heard)!.gain).toBeCloseTo(10 ** (-14 / 20), 3);
  expect(files[0]).toMatch(/^200 .*immutable/);
  await until(page, "the other sounds are ready before they are called", (state) => state.sound.ready.count >= 10);
  expect(wind(await stateOf(page))!.driftMs).toBeLessThan(80);
  await expectAccessible(page);
  await picture(page, "watch-sound");

  await page.getByRole("button", { name: "Mute" }).click();
  await until(page, "it is silent, and plays on", (state) => state.sound.rms < 1e-4 && wind(state) !== undefined);
  await page.getByRole("slider", { name: "Volume" }).press("ArrowLeft");
  await until(page, "it is heard again, a little quieter", (state) => state.sound.rms > 0.001 && state.sound.level === 0.75);

  // Who comes again hears it from the first press of anything on, in the middle of what sounds.
  await page.reload();
  await page.getByRole("heading", { level: 1 }).click();
  const again = await until(page, "the wind is heard by who joins late", (state) => wind(state) !== undefined && state.sound.rms > 0.001, 60_000);
  expect(wind(again)!.id).toBe(wind(heard)!.id);
  expect(wind(again)!.offsetMs).toBeGreaterThan(0);
  expect(again.sound.level).toBe(0.75);

  const panic = await fetch(`${theatre.url}/api/performances/hamlet-1/panic`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await ownersTicket(theatre)}` },
    body: "{}",
  });
  expect(panic.status, await panic.text()).toBe(200);
  await until(page, "the wind faded away", (state) => wind(state) === undefined && state.sound.rms < 1e-4);
});
