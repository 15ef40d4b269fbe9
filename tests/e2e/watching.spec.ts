import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { ownersTicket } from "./operators";
import { until, stateOf, type State } from "./state";
import { Theatre } from "./theatre";

// Understudies play, and axe looks at the page many times.
test.setTimeout(300_000);
test.use({ actionTimeout: 30_000 });

interface Track {
  lines: { id: string; text: string }[];
  descriptions: { line: string; delayMs: number; text: string }[];
}

const json = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T;

async function newest(theatre: Theatre): Promise<string> {
  const { performances } = await json<{ performances: { id: string }[] }>(`${theatre.url}/api/playbill`);
  return performances[0]!.id;
}

/** A command of whoever calls the show. */
async function call(theatre: Theatre, performance: string, ticket: string, command: string, body: object = {}): Promise<void> {
  const response = await fetch(`${theatre.url}/api/performances/${performance}/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${ticket}` },
    body: JSON.stringify(body),
  });
  expect(response.ok, `${command}: ${await response.text()}`).toBe(true);
}

/** What a page shows, many times a second for a while, with the moment of each. */
const watched = (page: Page, ms: number): Promise<State[]> =>
  page.evaluate(
    (lengthMs) =>
      new Promise<unknown[]>((done) => {
        const seen: unknown[] = [];
        const timer = setInterval(() => seen.push((window as unknown as { virtualStage: { state(): unknown } }).virtualStage.state()), 50);
        setTimeout(() => {
          clearInterval(timer);
          done(seen);
        }, lengthMs);
      }),
    ms,
  );

/** Where somebody stood at a moment, by what a page showed before and after it; null where it showed nothing near enough. */
function placeAt(seen: State[], actor: number, shownMs: number): { x: number; z: number } | null {
  const at = seen.findIndex((state) => state.shownMs >= shownMs);
  const [before, after] = [seen[at - 1], seen[at]];
  if (!before || !after || after.shownMs - before.shownMs > 400) return null;
  const [from, to] = [before, after].map((state) => state.actors.find((one: State) => one.actor === actor));
  if (!from || !to) return null;
  const share = (shownMs - before.shownMs) / Math.max(1, after.shownMs - before.shownMs);
  return { x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share };
}

test("a browser that comes late sees the very stage that an early one sees", async ({ browser }) => {
  const theatre = await Theatre.open();
  try {
    const early = await browser.newPage();
    await early.goto(`${theatre.url}/watch`);
    await until(early, "a line is spoken", (state) => state.connected && state.surtitle !== null, 90_000);
    const late = await browser.newPage();
    await late.goto(`${theatre.url}/watch`);
    await until(late, "the late one is in", (state) => state.connected && state.actors.length > 0, 60_000);

    // While somebody walks, so that places are compared that change.
    let pairs: { apart: number; who: string }[] = [];
    let moved = 0;
    await expect
      .poll(
        async () => {
          const [first, second] = await Promise.all([watched(early, 3000), watched(late, 3000)]);
          for (const state of second) {
            const twin = first.find((one) => one.sceneRevision === state.sceneRevision);
            if (!twin) continue;
            for (const part of ["show", "rate", "look", "surtitle", "players", "props", "fights", "sounds"]) expect(state[part], `${part} in scene ${state.sceneRevision}`).toEqual(twin[part]);
            expect(state.scenery.map((piece: State) => piece.piece)).toEqual(twin.scenery.map((piece: State) => piece.piece));
            for (const actor of state.actors) {
              const there = placeAt(first, actor.actor, state.shownMs);
              if (there) pairs.push({ apart: Math.hypot(there.x - actor.x, there.z - actor.z), who: actor.role });
            }
          }
          for (const actor of second[0].actors) {
            const last = second.at(-1).actors.find((one: State) => one.actor === actor.actor);
            if (last) moved = Math.max(moved, Math.hypot(last.x - actor.x, last.z - actor.z));
          }
          return moved > 0.5 && pairs.length > 100;
        },
        { message: "somebody walks, and both see where", timeout: 120_000 },
      )
      .toBe(true);
    expect(pairs.filter(({ apart }) => apart > 0.2)).toEqual([]);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});

test("a spectator reads, hears and sees as they prefer, by roles and names, and finds it so the next time", async ({ browser }) => {
  const theatre = await Theatre.open();
  try {
    const owner = await ownersTicket(theatre);
    const performance = await newest(theatre);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" })).newPage();
    await page.goto(`${theatre.url}/watch`);
    await until(page, "a line is spoken", (state) => state.connected && state.surtitle !== null, 90_000);
    const surtitles = page.getByRole("region", { name: "Surtitles" });
    const german = await json<Track>(`${theatre.url}/api/performances/${performance}/captions?language=de`);
    const inGerman = new Map(german.lines.map(({ id, text }) => [id, text]));

    // Surtitles in another language, larger, boxed, below the picture and without names.
    await page.getByRole("button", { name: "Surtitles", exact: true }).click();
    const sheet = page.getByRole("dialog", { name: "Surtitles" });
    await sheet.getByRole("combobox", { name: "Language" }).selectOption({ label: "Deutsch" });
    await expect
      .poll(async () => {
        const [line, text] = await surtitles.evaluate((region) => [region.getAttribute("data-line"), region.querySelector("[lang=de]:last-child")?.textContent ?? ""]);
        return text !== "" && text === inGerman.get(line!);
      }, { message: "the line is read in German" })
      .toBe(true);
    await sheet.getByRole("radio", { name: "Large", exact: true }).check();
    await sheet.getByRole("radio", { name: "Boxed" }).check();
    await sheet.getByRole("radio", { name: "Below it" }).check();
    await sheet.getByRole("checkbox", { name: "Names of the speakers" }).uncheck();
    await sheet.getByRole("checkbox", { name: "Audio description" }).check();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(page.getByRole("button", { name: "Surtitles", exact: true })).toBeFocused();
    const [stage, captions] = [(await page.locator(".auditorium-stage").boundingBox())!, (await surtitles.boundingBox())!];
    expect(captions.y, "surtitles stand below the picture").toBeGreaterThanOrEqual(stage.y + stage.height);

    // What is to be seen is told when it is due, in a region of its own, in the language where it is translated.
    const ghost = german.descriptions.find((one) => one.line === "1.1.48")!;
    await call(theatre, performance, owner, "line", { line: "1.1.48" });
    await expect(page.getByRole("region", { name: "Audio description" })).toHaveText(ghost.text, { timeout: 60_000 });

    // The view, by control and by key.
    await page.getByRole("button", { name: "View", exact: true }).click();
    const view = page.getByRole("dialog", { name: "View" });
    await view.getByRole("radio", { name: "From a seat" }).check();
    await view.getByRole("combobox", { name: "Row" }).selectOption("9");
    await view.getByRole("combobox", { name: "Seat" }).selectOption("3");
    await expectAccessible(page);
    await view.getByRole("radio", { name: "Free" }).check();
    await view.getByRole("button", { name: "Come nearer" }).click();
    await expectAccessible(page);
    await view.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("c");
    await expect(page.getByRole("status", { name: "View" })).toHaveText(/^Director's camera/);
    await page.keyboard.press("c");
    await expect(page.getByRole("status", { name: "View" })).toHaveText(/^From a seat/);

    // The programme: what happens, the scene that is on, and who plays.
    await page.getByRole("button", { name: "Programme" }).click();
    const programme = page.getByRole("dialog");
    await expect(programme.getByText("On the battlements of Elsinore", { exact: false })).toBeVisible();
    await expect(programme.getByRole("listitem").filter({ hasText: "platform before the castle" })).toHaveAttribute("aria-current", "true");
    await expect(programme.getByText("understudy bot").first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");

    // How loud each kind is, and the words beside the stage.
    await page.getByRole("button", { name: "Sound on" }).click();
    await page.getByRole("button", { name: "Volumes" }).click();
    await page.getByRole("dialog", { name: "Volumes" }).getByLabel("Voices").fill("40");
    await until(page, "voices are quieter than the rest", (state) => state.sound.levels.voices === 0.4 && state.sound.levels.sounds === 1);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Scene in words" }).click();
    await expect(page.getByRole("region", { name: "The stage in words" })).toBeVisible();
    await expectAccessible(page);

    // An interval counts down, in words once a minute.
    await call(theatre, performance, owner, "take-interval");
    const notice = page.getByRole("status").filter({ hasText: "Interval" });
    await expect(notice).toContainText("Less than 15 minutes are left.");
    await expect(notice).toContainText(/1[45]:\d\d/);
    await expectAccessible(page);
    await picture(page, "watch-interval");
    await call(theatre, performance, owner, "end-interval");
    await expect(notice).toBeHidden();

    // All of that is kept.
    await page.reload();
    await until(page, "the page is back", (state) => state.connected && state.surtitle !== null && state.view === "seat", 60_000);
    await page.getByRole("button", { name: "Surtitles", exact: true }).click();
    await expect(sheet.getByRole("combobox", { name: "Language" })).toHaveValue("de");
    for (const name of ["Large", "Boxed", "Below it"]) await expect(sheet.getByRole("radio", { name, exact: true })).toBeChecked();
    await expect(sheet.getByRole("checkbox", { name: "Names of the speakers" })).not.toBeChecked();
    await expect(sheet.getByRole("checkbox", { name: "Audio description" })).toBeChecked();
    await expect(page.getByRole("region", { name: "The stage in words" })).toBeVisible();
    await page.keyboard.press("Escape");

    // On a phone, held both ways, all of it is in a menu, and nothing reaches over the edge.
    for (const size of [{ width: 360, height: 740 }, { width: 740, height: 360 }]) {
      await page.setViewportSize(size);
      await page.getByRole("button", { name: "Menu" }).click();
      await expect(page.getByRole("menuitem", { name: "Programme" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("menuitem", { name: "View" }).click();
      await expect(view).toBeVisible();
      const parts = [view, page.locator(".watch-bar"), surtitles];
      for (const part of parts) {
        const box = (await part.boundingBox())!;
        expect(box.x, `${size.width}`).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, `${size.width}`).toBeLessThanOrEqual(size.width);
        expect(box.y + box.height, `${size.width}`).toBeLessThanOrEqual(size.height + 1);
      }
      await expectAccessible(page);
      await picture(page, `watch-phone-${size.width}`);
      await view.getByRole("button", { name: "Close" }).click();
      await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
    }
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});

test("an address may ask for a view and for how it is read, and nothing of that is kept", async ({ browser }) => {
  const theatre = await Theatre.open("--no-bots");
  try {
    const owner = await ownersTicket(theatre);
    await call(theatre, await newest(theatre), owner, "open-house");
    const page = await browser.newPage();
    await page.goto(`${theatre.url}/watch#view=speaker&surtitles=off&names=off`);
    await until(page, "it is the view that was asked for", (state) => state.connected && state.view === "speaker");
    await expect(page.getByRole("region", { name: "Surtitles" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Name tags" })).toHaveAttribute("aria-pressed", "false");
    await page.goto("about:blank");
    await page.goto(`${theatre.url}/watch`);
    await until(page, "it is the view that everybody has first", (state) => state.connected && state.view === "director");
    await expect(page.getByRole("region", { name: "Surtitles" })).toBeAttached();
    await page.goto("about:blank");
    await page.goto(`${theatre.url}/watch#view=balcony`);
    expect((await until(page, "a view that nobody knows is none", (state) => state.connected)).view).toBe("director");
    expect(await stateOf(page)).not.toBeNull();
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});
