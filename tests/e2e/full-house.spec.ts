import { expect, test } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { ownersTicket, ticketFor } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

// Two browsers draw a stage each, in software.
test.setTimeout(300_000);

/** HouseAck of a frame far ahead, in the union of what spectators send. */
const acknowledgement = new Uint8Array([0x92, 0, 0x92, 0xcd, 0xff, 0xff, 0xc2]);

/** Somebody in the house, or in its queue, who draws nothing. */
async function guest(theatre: Theatre, door: "house" | "queue", key = ""): Promise<WebSocket> {
  const socket = new WebSocket(`${theatre.url.replace("http", "ws")}/api/performances/hamlet-1/${door}${key && `?seat=${key}`}`);
  await new Promise((heard, fail) => {
    socket.addEventListener("message", heard, { once: true });
    socket.addEventListener("close", (close) => fail(new Error(`turned away: ${close.code} ${close.reason}`)), { once: true });
  });
  if (door === "house") socket.addEventListener("message", () => socket.send(acknowledgement));
  return socket;
}

test("who finds the house full waits in order, keeps the place, comes in, and is heard and seen from the stage", async ({ browser }) => {
  const theatre = await Theatre.open("--no-bots");
  try {
    const owner = await ownersTicket(theatre);
    const command = async (name: string, body: object) => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${owner}` };
      const answer = await fetch(`${theatre.url}/api/performances/hamlet-1/${name}`, { method: "POST", headers, body: JSON.stringify(body) });
      expect(answer.status, await answer.text()).toBe(200);
    };
    await command("open-house", {});
    await command("set-doors", { admits: 0, capacity: 1 });
    const first = await guest(theatre, "house");

    const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
    await page.goto(`${theatre.url}/watch`);
    await expect(page.getByRole("heading", { name: "The house is full" })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("status")).toContainText("You are number 1 of 1 who waits");
    const behind = await guest(theatre, "queue", "e2e-key-0123456789");
    await expect(page.getByRole("status")).toContainText("You are number 1 of 2 who wait");
    await expectAccessible(page);
    await picture(page, "watch-full");
    await page.reload();
    await expect(page.getByRole("status")).toContainText("You are number 1 of 2 who wait", { timeout: 60_000 });

    first.close();
    await until(page, "a seat is free", (state) => state.connected && state.place === null, 60_000);
    behind.close();
    await command("set-doors", { admits: 0, capacity: null });

    const ticket = await ticketFor(theatre, owner, "Robin", ["act"], "hamlet");
    const actor = await (await browser.newContext()).newPage();
    await actor.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
    await actor.getByRole("button", { name: /^Go on stage/ }).click();
    await until(actor, "the actor is on stage, and somebody sits in the house", (state) => state.connected && state.house.taken === 1, 60_000);
    await actor.getByRole("button", { name: "Sound on" }).click();
    // From the house to behind oneself, where the house is in sight.
    await actor.keyboard.press("c");
    await until(actor, "the house is in sight", (state) => state.seat !== "house");
    await expect(actor.locator("canvas[data-house='1']")).toHaveCount(1);

    const applaud = page.getByRole("button", { name: "Applaud" });
    await applaud.focus();
    await page.keyboard.press("Enter");
    await expect(applaud).toHaveAttribute("aria-pressed", "true");
    await until(actor, "the actor hears the house", (state) => state.house.mood.applause > 0 && state.house.sounds > 0, 60_000);
    await until(page, "it is quiet again", (state) => state.house.mood.applause === 0, 60_000);
    await expect(applaud).toHaveAttribute("aria-pressed", "false");
    await expectAccessible(page);

    await command("set-reactions", { taken: false });
    await expect(page.getByRole("group", { name: "React" })).toHaveCount(0);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});
