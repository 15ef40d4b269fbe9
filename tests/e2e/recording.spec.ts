import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./looks";
import { openConsole, ownersTicket, startShow, ticketFor } from "./operators";
import { until, type State } from "./state";
import { Theatre } from "./theatre";

test.setTimeout(300_000);

const lines = ["1.1.1", "1.1.2", "1.1.5", "1.1.9"];

/** Moves the play to a line, and waits until it and what follows it for a moment are in the recording. */
async function speak(theatre: Theatre, performance: string, ticket: string, line: string): Promise<void> {
  const answer = await fetch(`${theatre.url}/api/performances/${performance}/line`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${ticket}` },
    body: JSON.stringify({ line }),
  });
  expect(answer.status, await answer.text()).toBe(200);
  const isRecorded = async () => {
    const { marks, untilMs } = (await (await fetch(`${theatre.url}/api/recordings/${performance}`)).json()) as { marks: { id: string; timeMs: number }[]; untilMs: number };
    return marks.some((mark) => mark.id === line && untilMs > mark.timeMs + 1500);
  };
  await expect.poll(isRecorded, { message: `line ${line} is recorded`, timeout: 60_000, intervals: [500] }).toBe(true);
}

test("a performance is recorded by whom it consents, and replayed with seek in the browser", async ({ browser }) => {
  const theatre = await Theatre.open("--no-bots", "--recording-reserve", "0");
  try {
    const owner = await ownersTicket(theatre);
    const { performances } = (await (await fetch(`${theatre.url}/api/playbill`)).json()) as { performances: { id: string }[] };
    const performance = performances[0]!.id;
    const [ada, ben] = await Promise.all(
      [["Ada", "hamlet"], ["Ben", "horatio"]].map(([name, role]) => ticketFor(theatre, owner, name!, ["act"], role)),
    );

    // Ada lets herself be recorded, Ben says nothing; both are told what that means.
    const onStage: Page[] = [];
    for (const [ticket, consents] of [[ada, true], [ben, false]] as const) {
      const page = await (await browser.newContext({ viewport: { width: 900, height: 780 } })).newPage();
      await page.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
      await expect(page.getByRole("status", { name: "On air" })).toContainText("RECORDING LATER");
      if (consents) {
        await page.getByRole("button", { name: "Record me as I am" }).click();
        await expect(page.getByRole("status", { name: "Recordings of you" })).toContainText("You are recorded as you are");
      }
      await page.getByRole("button", { name: /^Go on stage/ }).click();
      await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null, 60_000);
      onStage.push(page);
    }

    const desk = await openConsole(browser, `${theatre.url}/console`, owner);
    await startShow(desk);
    await expect(desk.getByRole("status", { name: "On air" })).toHaveText("RECORDING");
    await expect(onStage[0]!.getByRole("status", { name: "On air" })).toContainText("you are in it as you are");
    await expect(onStage[1]!.getByRole("status", { name: "On air" })).toContainText("you are in it as a silhouette");
    for (const line of lines) await speak(theatre, performance, owner, line);
    await Promise.all(onStage.map((page) => page.context().close()));
    await desk.context().close();

    // While the doors are open anybody may look; the list leads there.
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${theatre.url}/replay`);
    await page.getByRole("link", { name: /Hamlet/ }).click();
    await until(page, "the recording is there", (state) => state.status === "paused" && state.surtitle === null, 60_000);
    await expectAccessible(page);

    // By line: the surtitle of that moment is read, and the stage is that of that moment.
    await goTo(page, "Lines", /./, 2);
    const third = await until(page, "the third line is shown", (state) => state.surtitle?.line === lines[2]);
    expect(third.players.find((one: State) => one.role === "hamlet")).toMatchObject({ name: "Ada", isSilhouette: false });
    expect(third.players.find((one: State) => one.role === "horatio")).toMatchObject({ name: "", isSilhouette: true });
    await expect(page.getByRole("region", { name: "Surtitles" })).toContainText(third.surtitle.text);

    // By scene, by time with the keyboard, and to both ends.
    await goTo(page, "Acts and scenes", /Scene/i, 0);
    await until(page, "the scene's first line is shown", (state) => state.surtitle?.line === lines[0]);
    // A replay is read in other languages as the performance was.
    await page.getByRole("button", { name: "Surtitles", exact: true }).click();
    await page.getByRole("combobox", { name: "Language" }).selectOption("de");
    await expect(page.getByRole("region", { name: "Surtitles" }).locator("[lang=de]").filter({ hasText: "Wer da?" })).toBeVisible();
    await page.getByRole("combobox", { name: "Language" }).selectOption("");
    await page.keyboard.press("Escape");
    const slider = page.getByRole("slider", { name: "Position" });
    await slider.focus();
    await page.keyboard.press("End");
    await until(page, "the last line is shown", (state) => state.surtitle?.line === lines[3]);
    await page.keyboard.press("Home");
    await until(page, "nobody speaks yet", (state) => state.surtitle === null && state.offsetMs < 1500);
    await expect(slider).toHaveAttribute("aria-valuetext", /^0 seconds of /);

    // Four times as fast: the time that passes, told by the page itself.
    await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const playing = await until(page, "lines go by", (state) => state.status !== "loading" && state.surtitle !== null);
    expect([playing.speed, playing.rate]).toEqual([4, 4]);
    await until(page, "the recording ends", (state) => state.status === "ended" && state.surtitle.line === lines[3], 60_000);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await theatre.close();
  }
});

/** Opens the places, and goes to the so-many-th that matches. */
async function goTo(page: Page, kind: string, name: RegExp, number: number): Promise<void> {
  await page.getByRole("button", { name: "Go to" }).click();
  const dialog = page.getByRole("dialog", { name: "Go to" });
  await dialog.getByRole("combobox", { name: "What" }).selectOption(kind);
  await dialog.getByRole("list").getByRole("button", { name }).nth(number).click();
  await expect(dialog).toBeHidden();
}
