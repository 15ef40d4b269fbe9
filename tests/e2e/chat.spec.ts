import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket, ticketFor } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

// Three pages begin one after the other.
test.setTimeout(300_000);

/** Somebody in the house who has the chat open. */
async function chatter(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  await page.goto(url);
  await until(page, "somebody is in the house", (state) => state.connected, 60_000);
  await page.getByRole("button", { name: "Chat" }).click();
  await expect(page.getByRole("dialog", { name: "Chat" })).toBeVisible();
  return page;
}

test("the audience chat before the show, a moderator keeps order, and the director closes the chat", async ({ browser }) => {
  const theatre = await Theatre.open("--no-bots");
  try {
    const owner = await ownersTicket(theatre);
    const director = await openConsole(browser, `${theatre.url}/console/hamlet-1`, owner);
    await director.getByRole("button", { name: "Open the house" }).click();
    await until(director, "the house is open", (state) => state.view.show === 1);

    const guest = await chatter(browser, `${theatre.url}/watch`);
    await guest.getByLabel("Your name").fill("Ann");
    await guest.getByLabel("Say something").fill("Good evening");
    await guest.keyboard.press("Enter");
    const said = guest.getByRole("log");
    await expect(said).toContainText("Good evening");
    await expect(guest.getByLabel("Say something")).toHaveValue("");
    await expect(guest.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
    await expectAccessible(guest);
    await picture(guest, "watch-chat");

    const usher = await ticketFor(theatre, owner, "Uma", ["watch", "moderate"]);
    const moderator = await chatter(browser, `${theatre.url}/watch#ticket=${usher}`);
    await moderator.getByRole("button", { name: "Mute Ann" }).click();
    await expect(moderator.getByRole("button", { name: "Unmute Ann" })).toBeVisible();
    await expectAccessible(moderator);
    await moderator.getByRole("button", { name: "Remove what Ann said: Good evening" }).click();
    await expect(said).not.toContainText("Good evening");
    await guest.getByLabel("Say something").fill("Anybody?");
    await guest.getByRole("button", { name: "Send" }).click();
    await expect(guest.getByRole("alert")).toHaveText("a moderator has muted you");
    await expect(guest.getByLabel("Say something")).toHaveValue("Anybody?");

    await director.getByRole("button", { name: /^House/ }).click();
    await director.getByLabel("The house may chat").selectOption("Not at all");
    await expect(guest.getByRole("dialog", { name: "Chat" }).getByRole("status")).toHaveText("The director closed the chat.");
    await expect(guest.getByRole("button", { name: "Send" })).toBeDisabled();
    await guest.keyboard.press("Escape");
    await expect(guest.getByRole("button", { name: "Chat" })).toBeFocused();
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});
