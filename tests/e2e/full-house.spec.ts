import { expect, test, type JSHandle, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket, ticketFor } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

// Four pages begin one after the other.
test.setTimeout(300_000);

/** Somebody in the house, or in its queue, who draws nothing: a socket of a page without a stage. */
const guest = (page: Page, door: "house" | "queue", key = ""): Promise<JSHandle<WebSocket>> =>
  page.evaluateHandle(
    ([url, isIn]) =>
      new Promise<WebSocket>((heard, fail) => {
        const socket = new WebSocket(new URL(url, location.href.replace("http", "ws")));
        // HouseAck of a frame far ahead, in the union of what spectators send.
        const acknowledgement = new Uint8Array([0x92, 0, 0x92, 0xcd, 0xff, 0xff, 0xc2]);
        socket.addEventListener("message", () => {
          if (isIn) socket.send(acknowledgement);
          heard(socket);
        });
        socket.addEventListener("close", (close) => fail(new Error(`turned away: ${close.code} ${close.reason}`)));
      }),
    [`/api/performances/hamlet-1/${door}${key && `?seat=${key}`}`, door === "house"] as const,
  );

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
    const outside = await (await browser.newContext()).newPage();
    await outside.goto(`${theatre.url}/api/playbill`);
    const first = await guest(outside, "house");

    const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
    await page.goto(`${theatre.url}/watch`);
    await expect(page.getByRole("heading", { name: "The house is full" })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("You are number 1 of 1 who waits")).toBeVisible({ timeout: 60_000 });
    const behind = await guest(outside, "queue", "e2e-key-0123456789");
    await expect(page.getByText("You are number 1 of 2 who wait")).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    await picture(page, "watch-full");
    await page.reload();
    await expect(page.getByText("You are number 1 of 2 who wait")).toBeVisible({ timeout: 60_000 });

    await first.evaluate((socket) => socket.close());
    await until(page, "a seat is free", (state) => state.connected && state.place === null, 60_000);
    await behind.evaluate((socket) => socket.close());

    // In the console: as many as like to, and the doors for the company alone. Who is in stays in.
    const director = await openConsole(browser, `${theatre.url}/console/hamlet-1`, owner);
    await director.getByRole("button", { name: /^House/ }).click();
    const doors = director.getByRole("dialog", { name: "The house" });
    await expect(doors.getByRole("status")).toContainText("Everybody may come in while the doors are open. 1 of 1 places are taken");
    await doors.getByLabel("The company alone").check();
    await doors.getByLabel("Places for the audience").fill("");
    await expectAccessible(director);
    await doors.getByRole("button", { name: "Set the doors" }).click();
    await expect(doors.getByRole("status")).toContainText("The company alone may come in");

    const ticket = await ticketFor(theatre, owner, "Robin", ["act"], "hamlet");
    const actor = await (await browser.newContext()).newPage();
    await actor.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
    await actor.getByRole("button", { name: /^Go on stage/ }).click();
    await until(actor, "the actor is on stage, and somebody sits in the house", (state) => state.connected && state.house.taken === 1, 60_000);
    await actor.getByRole("button", { name: "Sound on" }).click();
    const applaud = page.getByRole("button", { name: "Applaud" });
    await applaud.focus();
    await page.keyboard.press("Enter");
    await expect(applaud).toHaveAttribute("aria-pressed", "true");
    await until(actor, "the actor hears the house", (state) => state.house.mood.applause > 0 && state.house.sounds > 0, 60_000);
    await until(page, "it is quiet again", (state) => state.house.mood.applause === 0, 60_000);
    await expect(applaud).toHaveAttribute("aria-pressed", "false");
    await expectAccessible(page);

    await doors.getByRole("switch", { name: /may react/ }).click();
    await expect(page.getByRole("group", { name: "React" })).toHaveCount(0);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});
