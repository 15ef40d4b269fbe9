import { expect, test, type Page } from "@playwright/test";
import { until, stateOf, type State } from "./state";
import { Theatre } from "./theatre";

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).click();
}

test("a director calls a cue, the audience sees it, the server dies, and both come back at the same cue", async ({ browser }) => {
  // A stage that is drawn without a graphics card takes its time: the bots must not call the first cue before a person does.
  test.setTimeout(240_000);
  const theatre = await Theatre.open();
  try {
    const consolePage = await browser.newPage();
    await consolePage.goto(theatre.ownerLink);
    await until(consolePage, "the console is connected", (state) => state.connected && state.view !== null);
    expect(consolePage.url(), "the owner's key is gone from the address").not.toContain("key=");

    // A person displaces the caller bot, opens the house and starts the show.
    await press(consolePage, "Take the book");
    await until(consolePage, "a person calls", (state) => state.view.caller.isBot === false && state.view.caller.person !== null);
    const before = await stateOf(consolePage);
    if (before.show === "preset" || before.view.show === 0) await press(consolePage, "Open the house");
    await until(consolePage, "the house is open", (state) => state.view.show >= 1);

    // Few pixels: they are drawn in software beside the server and the console, and what they show is asked of the page's state.
    const audience = await browser.newPage({ viewport: { width: 480, height: 300 } });
    await audience.goto(`${theatre.url}/watch`);
    await until(audience, "the audience sees the stage", (state) => state.connected && state.players.length > 0);

    if ((await stateOf(consolePage)).view.show < 2) await press(consolePage, "Call beginners");
    await until(consolePage, "beginners are called", (state) => state.view.show >= 2);
    if ((await stateOf(consolePage)).view.show < 3) await press(consolePage, "Start the show");
    await until(consolePage, "the show runs", (state) => state.view.show === 3);

    // Standby and GO; pressed again at once, it still fires once.
    const preset = (await stateOf(audience)).look;
    await consolePage.getByRole("button", { name: /^Standby LX 1 / }).click();
    const go = consolePage.getByRole("button", { name: /^GO LX 1 / });
    await expect(go).toBeEnabled();
    await go.dblclick();
    await until(consolePage, "the cue was accepted", (state) => ["accepted", "done"].includes(state.report?.state) && state.report.what === "GO LX 1");
    const lit = await until(audience, "the audience page shows the new look", (state) => state.look !== preset && state.lookProgress > 0);
    const called = (await stateOf(consolePage)).view.cues.filter((cue: State) => cue.number === "LX 1");
    expect(called).toHaveLength(1);

    // The understudies speak; the surtitle follows.
    const first = await until(audience, "a line is spoken", (state) => state.surtitle !== null);
    // Lines go on meanwhile: what is shown is compared with what is spoken at one moment.
    await expect
      .poll(() => audience.evaluate(() => {
        const spoken = (window as unknown as { virtualStage: { state(): State } }).virtualStage.state().surtitle.text;
        return document.querySelector(".surtitles")!.textContent!.includes(spoken.slice(0, 12));
      }), { message: "the spoken line is read" })
      .toBe(true);
    const next = await until(audience, "the next line is spoken", (state) => state.surtitle.line !== first.surtitle.line);
    await expect(audience.getByRole("region", { name: "Surtitles" })).toHaveAttribute("data-line", /.+/);
    const walked = await until(
      audience,
      "an actor moved on the stage",
      (state) => state.actors.some((actor: State) => Math.abs(actor.x) < 5 && actor.role !== null),
    );
    expect(walked.players.every((player: State) => player.isBot)).toBe(true);

    // Hold, so that both ends of the outage can be compared; then pull the cable.
    await press(consolePage, "Hold");
    const held = await until(consolePage, "the show is held", (state) => state.view.show === 4);
    await theatre.kill();
    await until(consolePage, "the console says that it is cut off", (state) => !state.connected, 5_000);
    await expect(consolePage.getByRole("button", { name: "Resume", exact: true })).toBeDisabled();
    await until(audience, "the audience page says that it is cut off", (state) => !state.connected, 10_000);
    await theatre.start();

    const back = await until(consolePage, "the console is back", (state) => state.connected && state.view.show === 4, 60_000);
    expect(back.view.next).toBe(held.view.next);
    expect(back.view.currentLine).toBe(held.view.currentLine);
    expect(back.view.cues.map((cue: State) => [cue.number, cue.state])).toEqual(
      held.view.cues.map((cue: State) => [cue.number, cue.state]),
    );
    expect(back.view.showTimeMs).toBe(held.view.showTimeMs);
    const again = await until(audience, "the audience is back", (state) => state.connected && state.players.length > 0, 60_000);
    expect(again.look).toBe(lit.look);
    expect(again.surtitle.line).toBe(back.view.currentLine);

    // And it goes on.
    await press(consolePage, /^Resume$/);
    await until(audience, "the play goes on", (state) => state.show !== null && state.surtitle.line !== again.surtitle.line, 60_000);
    expect(next.surtitle.line).not.toBe(first.surtitle.line);
  } finally {
    await theatre.close();
  }
});
