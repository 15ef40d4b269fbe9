import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { ownersTicket, ticketFor } from "./operators";
import { until, type State } from "./state";
import { Theatre } from "./theatre";

// Two browsers draw a stage each, in software.
test.setTimeout(240_000);

let theatre: Theatre;

test.beforeEach(async () => {
  theatre = await Theatre.open();
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await theatre.close();
});

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" })).newPage();
  await page.goto(address);
  return page;
}

const mine = (state: State) => state.actors.find((actor: State) => actor.actor === state.actor);
const cup = (state: State) => state.props.find((prop: State) => prop.prop === "cup");

test("an actor looks as they choose, and emotes, looks and handles a prop by the keyboard", async ({ browser }) => {
  const owner = await ownersTicket(theatre);
  const ticket = await ticketFor(theatre, owner, "Zoe\u0308", ["act"], "attendant");
  const page = await open(browser, `${theatre.url}/stage-door#ticket=${ticket}`);

  // At the door: what is chosen is told in words at once.
  const panel = page.getByRole("region", { name: "How you appear" });
  await panel.getByRole("combobox", { name: "Build" }).selectOption("Broad");
  await panel.getByRole("slider").fill("203");
  await panel.getByRole("combobox", { name: "Hair", exact: true }).selectOption("Braided");
  await panel.getByRole("combobox", { name: "Hair colour" }).selectOption("Red");
  await panel.getByRole("radio", { name: "Very dark brown" }).check();
  await expect(panel.getByText("2.03 m, broad build, very dark brown skin, braided red hair.")).toBeVisible();
  await panel.getByRole("button", { name: "Appear like this" }).click();
  await expect(panel.getByText("Saved.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "appearance");

  await page.getByRole("button", { name: /Go on stage/ }).click();
  const on = await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null && mine(state) !== undefined);
  expect(on.players.find((player: State) => player.role === "attendant")).toMatchObject({
    name: "Zo\u00eb",
    appearance: { build: 2, heightCm: 203, skin: 8, hair: 6, hairColour: 4 },
  });

  // On to the middle of the stage: towards it, whichever wing it was.
  const towards = mine(on).x > 0 ? "ArrowLeft" : "ArrowRight";
  await page.keyboard.down("Shift");
  await page.keyboard.down(towards);
  await until(page, "the actor is on", (state) => Math.abs(mine(state).x) < 2);
  await page.keyboard.up(towards);
  await page.keyboard.up("Shift");

  // The wheel: a digit, then arrows and Enter.
  await page.keyboard.press("e");
  const wheel = page.getByRole("menu", { name: "Emotes" });
  await expect(wheel.getByRole("menuitem")).toHaveCount(29);
  await expectAccessible(page);
  await picture(page, "emote-wheel");
  await page.keyboard.press("3");
  await until(page, "the actor kneels", (state) => mine(state).emote === 2);
  await expect(wheel).toBeHidden();
  await page.keyboard.press("e");
  await expect(wheel.getByRole("menuitem", { name: "Stand" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await until(page, "a hand is on the heart", (state) => mine(state).emote === 10);
  await page.keyboard.press("e");
  await wheel.getByRole("menuitem", { name: "Wave" }).click();
  await until(page, "the actor waves", (state) => mine(state).emote === 8);

  // Looked at are those on the stage, not those in the wings; the play brings some on.
  await until(page, "somebody else is on", (state) => state.actors.some((other: State) => other.actor !== state.actor && Math.abs(other.x) < 5), 60_000);
  await page.keyboard.press("l");
  await until(page, "the actor looks at somebody", (state) => mine(state).lookAt !== 0);

  await expect(page.getByRole("status", { name: "In your hands" })).toHaveText("The poisoned cup");
  await picture(page, "held-prop");
  await page.keyboard.press("g");
  await until(page, "the cup stands on the floor", (state) => cup(state).role === null);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await until(page, "the cup is in hand again", (state) => cup(state).role === "attendant");

  // Seen from behind, and by one's own eyes, where one turns on the spot.
  await page.keyboard.press("c");
  await until(page, "the stage is seen from behind", (state) => state.seat === "behind");
  await picture(page, "from-behind");
  await page.keyboard.press("c");
  const own = await until(page, "the stage is seen by the actor's eyes", (state) => state.seat === "eyes");
  await picture(page, "by-own-eyes");
  await page.keyboard.down("z");
  await until(page, "the actor turns", (state) => Math.abs(mine(state).facing - mine(own).facing) > 0.5);
  await page.keyboard.up("z");
  await page.getByRole("radio", { name: "From the house" }).check();
  await until(page, "the stage is seen from the house", (state) => state.seat === "house");

  // Changed while on stage, it is seen there at once.
  await page.getByText("How you appear").first().click();
  await page.getByRole("combobox", { name: "Build" }).selectOption("Slight");
  await page.getByRole("button", { name: "Appear like this" }).click();
  await until(page, "the other appearance is shown", (state) => state.players.find((player: State) => player.role === "attendant").appearance.build === 0);
});
