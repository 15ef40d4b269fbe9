import { expect, test, type Browser, type Page } from "@playwright/test";
import { NetActor, type Seen } from "./netActor";
import { ownersTicket, ticketFor } from "./operators";
import { stateOf, until, type State } from "./state";
import { Theatre } from "./theatre";

// Two browsers and two processes start.
test.setTimeout(240_000);

const bow = 1;
/** Near enough to hand somebody something, and moved so far that it was no chance. Metres. */
const [within, moved] = [1.1, 0.6];

interface Place {
  x: number;
  z: number;
}

const placeOn = (page: Page, role: string) => async () => placeIn(await stateOf(page), role);

function placeIn(state: State, role: string): Place | null {
  const player = state?.players.find((one: State) => one.role === role);
  return state?.actors.find((one: State) => one.actor === player?.actor) ?? null;
}

async function enter(browser: Browser, theatre: Theatre, ticket: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" })).newPage();
  await page.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
  await page.getByRole("button", { name: /Go on stage/ }).click();
  await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null && state.actors.some((one: State) => one.actor === state.actor), 60_000);
  return page;
}

/** Holds an arrow key until the own actor is where it should be on one axis. */
async function walk(page: Page, role: string, axis: "x" | "z", to: number): Promise<void> {
  const from = (await placeOn(page, role)())![axis];
  if (Math.abs(from - to) < 0.5) return;
  const key = axis === "x" ? (to > from ? "ArrowRight" : "ArrowLeft") : to > from ? "ArrowDown" : "ArrowUp";
  await page.bringToFront();
  await page.keyboard.down(key);
  await until(page, `${role} goes to ${axis} ${to}`, (state) => Math.sign(to - from) * (placeIn(state, role)![axis] - to) > -0.3);
  await page.keyboard.up(key);
}

async function seenMoving(page: Page, role: string, from: Place): Promise<void> {
  await until(page, `${role} is seen on the other's screen where they went`, (state) => distance(placeIn(state, role), from) > moved);
}

const distance = (one: Place | null, other: Place) => (one ? Math.hypot(one.x - other.x, one.z - other.z) : 0);
const seenPlace = (seen: Seen, role: string) => seen.actors.find((one) => one.role === role) ?? null;

test("two browsers and one .NET client act on one stage: they see each other walk, bow, and a cup go from hand to hand", async ({ browser }) => {
  const theatre = await Theatre.open("--no-bots");
  let osric: NetActor | null = null;
  try {
    const owner = await ownersTicket(theatre);
    const [attendants, queens, osrics] = await Promise.all(
      [["Ada", "attendant"], ["Bo", "gertrude"], ["Cy", "osric"]].map(([name, role]) => ticketFor(theatre, owner, name!, ["act"], role)),
    );
    const { performances } = (await (await fetch(`${theatre.url}/api/playbill`)).json()) as { performances: { id: string }[] };
    osric = await NetActor.enter(theatre, performances[0]!.id, "osric", osrics!);
    const attendant = await enter(browser, theatre, attendants!);
    const queen = await enter(browser, theatre, queens!);
    for (const page of [attendant, queen]) await expect.poll(async () => (await stateOf(page)).actors.map((one: State) => one.role).sort(), { message: "a browser sees all three" }).toEqual(["attendant", "gertrude", "osric"]);
    await osric.sees("Osric sees all three", (seen) => seen.actors.length === 3);
    const before = await stateOf(queen);
    const [attendantBefore, queenBefore, osricBefore] = ["attendant", "gertrude", "osric"].map((role) => ({ ...placeIn(before, role)! }));

    // The attendant goes to the queen, who comes on; both others see both.
    // Downstage first: the battlements stand upstage.
    await walk(queen, "gertrude", "z", 1.5);
    await walk(queen, "gertrude", "x", 0);
    const there = (await placeOn(queen, "gertrude")())!;
    await walk(attendant, "attendant", "z", there.z);
    await walk(attendant, "attendant", "x", there.x + Math.sign(attendantBefore!.x) * 0.6);
    await seenMoving(queen, "attendant", attendantBefore!);
    await seenMoving(attendant, "gertrude", queenBefore!);
    await osric.sees("Osric sees both where they went", (seen) => distance(seenPlace(seen, "attendant"), attendantBefore!) > moved && distance(seenPlace(seen, "gertrude"), queenBefore!) > moved);

    // Hand to hand, by two browsers; the third sees it.
    await until(queen, "they stand together", (state) => distance(placeIn(state, "attendant"), placeIn(state, "gertrude")!) < within);
    await expect(attendant.getByRole("status", { name: "In your hands" })).toHaveText("The poisoned cup");
    await attendant.bringToFront();
    await attendant.keyboard.press("h");
    await expect(queen.getByRole("status", { name: "In your hands" })).toContainText("The poisoned cup");
    await expect(attendant.getByRole("status", { name: "In your hands" })).not.toContainText("The poisoned cup");
    await osric.sees("Osric sees the queen have the cup", (seen) => seen.props["cup"] === "gertrude");

    // Osric comes on and bows, and both browsers see it.
    osric.tell(`walk ${osricBefore!.x > 0 ? -127 : 127} 0`);
    for (const page of [attendant, queen]) await seenMoving(page, "osric", osricBefore!);
    osric.tell("stand");
    // A bow lasts a moment: it is made again until everybody has seen one.
    const bowing = setInterval(() => osric!.tell("bow"), 1500);
    try {
      await Promise.all([
        ...[attendant, queen].map((page) => until(page, "Osric is seen bowing", (state) => state.actors.some((one: State) => one.role === "osric" && one.emote === bow))),
        osric.sees("Osric bows", (seen) => seen.actors.find((one) => one.role === "osric")?.emote === bow),
      ]);
    } finally {
      clearInterval(bowing);
    }
  } finally {
    await osric?.leave();
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});
