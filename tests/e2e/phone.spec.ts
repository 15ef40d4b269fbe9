import { expect, test } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { ownersTicket, ticketFor } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

test.setTimeout(240_000);

const phone = { width: 390, height: 780 };

test("on a phone nothing at the stage door lies on anything else, with the microphone on", async ({ browser }) => {
  const theatre = await Theatre.open("--no-bots");
  try {
    const ticket = await ticketFor(theatre, await ownersTicket(theatre), "Robin", ["act"], "hamlet");
    const page = await (await browser.newContext({ viewport: phone, hasTouch: true, permissions: ["microphone"], reducedMotion: "reduce" })).newPage();
    await page.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
    await page.getByRole("button", { name: /^Go on stage/ }).click();
    await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null, 60_000);
    await page.getByRole("button", { name: "Microphone on" }).click();
    await expect(page.getByRole("button", { name: "Hold to talk" })).toBeVisible();

    const boxes = await page.locator("main.on-stage > *").evaluateAll((parts) =>
      parts.map((part) => ({ name: part.className || part.tagName, top: part.getBoundingClientRect().top + scrollY, bottom: part.getBoundingClientRect().bottom + scrollY, left: part.getBoundingClientRect().left, right: part.getBoundingClientRect().right })),
    );
    const stage = boxes.find((box) => box.name === "actor-stage")!;
    expect(stage.bottom - stage.top).toBeGreaterThanOrEqual(phone.height * 0.4 - 1);
    for (const [at, box] of boxes.entries()) {
      expect(box.left, box.name).toBeGreaterThanOrEqual(0);
      expect(box.right, box.name).toBeLessThanOrEqual(phone.width);
      if (at > 0) expect(box.top, `${box.name} is below ${boxes[at - 1]!.name}`).toBeGreaterThanOrEqual(boxes[at - 1]!.bottom - 1);
    }
    await picture(page, "stage-door-phone");
    await expectAccessible(page);

    // The line to speak is reached by scrolling, and the stage is still in sight.
    await page.getByRole("button", { name: "I speak my next line" }).scrollIntoViewIfNeeded();
    await expect(page.locator(".actor-stage")).toBeInViewport({ ratio: 0.9 });
    await page.getByRole("button", { name: "Emotes" }).click();
    const wheel = (await page.getByRole("menu", { name: "Emotes" }).boundingBox())!;
    expect(wheel.x).toBeGreaterThanOrEqual(0);
    expect(wheel.x + wheel.width).toBeLessThanOrEqual(phone.width);
    await picture(page, "emote-wheel-phone");
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});
