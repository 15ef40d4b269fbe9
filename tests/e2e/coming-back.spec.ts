import { expect, test } from "@playwright/test";
import { Cable } from "./cable";
import { openConsole, ownersTicket, ticketFor } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

// Two browsers draw a stage each, in software.
test.setTimeout(180_000);

const phone = { width: 390, height: 780 };

test("an actor's network dies for ten seconds: the role waits, and they are back in it, in the same body", async ({ browser }) => {
  const theatre = await Theatre.open();
  const cable = await Cable.to(theatre.url);
  try {
    const owner = await ownersTicket(theatre);
    const director = await openConsole(browser, `${theatre.url}/console/hamlet-1`, owner);
    const ticket = await ticketFor(theatre, owner, "Robin", ["act"], "hamlet");
    const actor = await (await browser.newContext({ viewport: phone })).newPage();
    await actor.goto(`${cable.url}/stage-door#ticket=${ticket}`);
    await actor.getByRole("button", { name: /^Go on stage/ }).click();
    const before = await until(actor, "the actor is on stage", (state) => state.connected && state.actor !== null);
    const row = director.getByRole("region", { name: "Company" }).getByRole("listitem").filter({ has: director.getByText("Hamlet", { exact: true }) });
    await expect(row.locator(".who")).toHaveText("Robin");

    cable.pull();
    const pulled = Date.now();
    await expect(row.locator(".who")).toHaveText("Robin, connection lost: the role waits", { timeout: 20_000 });
    await expect(actor.getByRole("status", { name: "Connection" })).toContainText("Coming back");
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, pulled + 10_000 - Date.now())));
    cable.plugIn();
    const plugged = Date.now();

    const back = await until(actor, "the actor is back", (state) => state.connected && state.actor !== null);
    console.log(`back on stage ${Date.now() - plugged} ms after the network was`);
    expect(back.actor).toBe(before.actor);
    await expect(row.locator(".who")).toHaveText("Robin");
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    cable.close();
    await theatre.close();
  }
});
