import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { until } from "./state";
import { Theatre } from "./theatre";

let theatre: Theatre;
let ticket: string;

test.beforeAll(async () => {
  theatre = await Theatre.open("--speed", "4");
  const key = new URL(theatre.ownerLink).hash.slice("#key=".length);
  const answer = await fetch(`${theatre.url}/api/owner`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key }),
  });
  ticket = ((await answer.json()) as { ticket: string }).ticket;
});

test.afterAll(async () => {
  await theatre.close();
});

// Every open page draws a stage: those that are not looked at any more go.
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** Casts somebody and gives the link that they would get. */
async function invite(role: string): Promise<string> {
  const answer = await fetch(`${theatre.url}/api/invitations`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${ticket}` },
    body: JSON.stringify({ name: "Anna", scopes: ["act"], role }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { link: string }).link;
}

async function open(browser: Browser, url: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(url);
  return page;
}

test("the playbill says what is on", async ({ browser }) => {
  const page = await open(browser, theatre.url);
  await expect(page.getByRole("heading", { name: /Hamlet/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /watch/i }).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, "playbill");
});

test("the audience page shows the stage, on a wide window and on a phone", async ({ browser }) => {
  const page = await open(browser, `${theatre.url}/watch`);
  await until(page, "a line is spoken", (state) => state.surtitle !== null && state.actors.length > 0, 60_000);
  await expectAccessible(page);
  await until(page, "the Ghost is on", (state) => state.look === "ghost" && state.lookProgress === 1, 90_000);
  await page.waitForTimeout(2500);
  await picture(page, "watch");
  const phone = await open(browser, `${theatre.url}/watch`, { width: 390, height: 780 });
  await until(phone, "the phone shows the same", (state) => state.surtitle !== null && state.actors.length > 0, 60_000);
  await phone.waitForTimeout(2500);
  await picture(phone, "watch-phone");
});

test("without WebGL the stage is told in words", async ({ browser }) => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    (HTMLCanvasElement.prototype as any).getContext = () => null;
  });
  await page.goto(`${theatre.url}/watch`);
  await until(page, "a line is spoken", (state) => state.surtitle !== null, 60_000);
  await expect(page.getByRole("region", { name: "Surtitles" })).toContainText(/\w/);
  await expect(page.getByText(/WebGL/)).toBeVisible();
});

test("an actor comes in by the stage door, takes the role from its bot, walks and speaks", async ({ browser }) => {
  const link = await invite("hamlet");
  const page = await open(browser, link);
  await expectAccessible(page);
  await page.getByRole("button", { name: /Go on stage/ }).click();
  await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null);
  const mine = (state: { actor: number; actors: { actor: number; x: number; z: number }[] }) =>
    state.actors.find((actor) => actor.actor === state.actor)!;
  const before = await until(page, "the stage shows the actor", (state) => mine(state) !== undefined);
  const { players } = before as { players: { role: string; isBot: boolean; name: string }[] };
  expect(players.find((player) => player.role === "hamlet")).toMatchObject({ isBot: false, name: "Anna" });
  await page.keyboard.down("ArrowUp");
  await until(page, "the actor walks", (state) => Math.abs(mine(state).z - mine(before).z) > 0.2);
  await page.keyboard.up("ArrowUp");
  await picture(page, "stage-door");

  // While the show is held no bot speaks: the next line that comes is Anna's.
  const { id } = ((await (await fetch(`${theatre.url}/api/playbill`)).json()) as { performances: { id: string }[] }).performances[0]!;
  const book = (await (
    await fetch(`${theatre.url}/api/performances/${id}/book`, { headers: { authorization: `Bearer ${ticket}` } })
  ).json()) as { items: { kind: number; id: string; roles: string[] }[] };
  const lines = book.items.filter((item) => item.kind === 2);
  const prompter = await open(browser, `${theatre.url}/console#ticket=${ticket}`);
  await until(prompter, "the console is connected", (state) => state.connected && state.view !== null);
  await prompter.getByRole("button", { name: "Take the book" }).click();
  await until(prompter, "a person calls", (state) => state.view.caller.isBot === false);
  await prompter.getByRole("button", { name: "Hold" }).click();
  const held = await until(prompter, "the show is held", (state) => state.view.show === 4);
  const current = lines.findIndex((line) => line.id === held.view.currentLine);
  const own = lines.slice(current + 1).find((line) => line.roles.includes("hamlet"))!;
  await page.bringToFront();
  await page.getByRole("button", { name: /I speak my next line/ }).click();
  await until(prompter, "Anna's line is the current one", (state) => state.view.currentLine === own.id);
});
