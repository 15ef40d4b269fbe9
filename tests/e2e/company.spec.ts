import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket, standBy, startShow, ticketFor } from "./operators";
import { until, type State } from "./state";
import { Theatre } from "./theatre";

// Several browsers draw a stage each, in software.
test.setTimeout(240_000);

const phone = { width: 390, height: 780 };

let theatre: Theatre;
let owner: string;

test.beforeEach(async () => {
  theatre = await Theatre.open("--no-bots");
  owner = await ownersTicket(theatre);
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await theatre.close();
});

const addressOf = (view: string) => `${theatre.url}/console/hamlet-1/${view}`;

/** Somebody at the stage door. */
async function stageDoor(browser: Browser, name: string, role: string | null = null, viewport = phone): Promise<Page> {
  const ticket = await ticketFor(theatre, owner, name, ["act"], role);
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`${theatre.url}/stage-door#ticket=${ticket}`);
  await expect(page.getByRole("heading", { name: "Call sheet" })).toBeVisible();
  return page;
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Go on stage/ }).click();
  await until(page, "the actor is on stage", (state) => state.connected && state.actor !== null);
}

async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();
}

test("a prompt reaches the actor whose line it is: its first three words, more, the whole line", { tag: "@long" }, async ({ browser }) => {
  const prompter = await openConsole(browser, addressOf("book"), owner);
  const actor = await stageDoor(browser, "Fran", "francisco");
  const other = await stageDoor(browser, "Ben", "bernardo");
  await goOn(actor);
  await goOn(other);
  await startShow(prompter);
  await prompter.getByRole("heading", { level: 1 }).click();
  await prompter.keyboard.press("n");
  await until(prompter, "Bernardo has spoken", (state) => state.view.currentLine !== null);

  const press = prompter.getByRole("button", { name: "Prompt Francisco" });
  const prompt = actor.getByRole("alert", { name: "Prompt" });
  await press.click();
  await expect(prompt).toContainText("first words");
  const first = (await until(actor, "a prompt came", (state) => state.prompt?.level === 1)).prompt as State;
  expect(first.text.replace(" …", "").split(" ")).toHaveLength(3);
  await picture(actor, "stage-prompt-phone");
  await expectAccessible(actor);
  await press.click();
  await until(actor, "more came", (state) => state.prompt?.level === 2 && state.prompt.text.length >= first.text.length);
  await press.click();
  const whole = (await until(actor, "the whole line came", (state) => state.prompt?.level === 3)).prompt as State;
  expect(whole).toMatchObject({ line: first.line, role: "francisco" });
  expect(whole.text).not.toContain("…");
  await expect(prompt).toContainText(whole.text);
  expect((await until(other, "the other actor is on", (state) => state.connected)).prompt, "nobody else is prompted").toBeNull();

  // The line is noted, and the actor reads it in their notes.
  await prompter.keyboard.press("n");
  await until(prompter, "Francisco has spoken", (state) => state.view.currentLine === first.line);
  await expect(prompt).not.toContainText(whole.text);
  await prompter.getByRole("button", { name: new RegExp(`^Note ${first.line.replaceAll(".", "\\.")} as called for by Francisco`) }).click();
  await picture(prompter, "console-prompter");
  await expectAccessible(prompter);
  await actor.getByRole("button", { name: "Leave the stage" }).click();
  await expect(actor.getByRole("list", { name: "Line notes" })).toContainText("called for");
});

test("a cover takes the role at once and is handed what they need", { tag: "@long" }, async ({ browser }) => {
  const director = await openConsole(browser, addressOf("company"), owner);
  const star = await stageDoor(browser, "Stella");
  const cover = await stageDoor(browser, "Cass");
  await cover.getByRole("button", { name: "I am here" }).click();
  await expect(cover.getByText("You are signed in")).toBeVisible();

  await director.getByRole("button", { name: "Casting of Hamlet" }).click();
  await director.getByLabel("Give it to").selectOption({ label: "Stella" });
  await director.getByRole("button", { name: "Cast Stella as Hamlet" }).click();
  await expect(director.getByRole("heading", { name: "In the cast: Stella" })).toBeVisible();
  const understudies = director.getByRole("region", { name: "Understudies" });
  await understudies.getByLabel("Add").selectOption({ label: "Cass" });
  await understudies.getByRole("button", { name: "Covers of Hamlet: add Cass" }).click();
  await expect(understudies.getByRole("listitem")).toContainText("Cass");
  await expectAccessible(director);
  await picture(director, "console-casting");
  await goOn(star);

  await confirm(director, "Put Cass on as Hamlet");
  await until(star, "Stella is off", (state) => state.connection === "dismissed");
  const card = cover.getByRole("alert").filter({ hasText: "You take over Hamlet" });
  await expect(card).toContainText("Where");
  await expect(card).toContainText("Next line");
  await expect(card).toContainText(/stage/i);
  await expectAccessible(cover);
  await picture(cover, "handover-phone");
  await card.getByRole("button", { name: "Go on as Hamlet" }).click();
  const on = await until(cover, "Cass is on as Hamlet", (state) => state.connected && state.role === "hamlet" && state.actor !== null);
  expect(on.players.find((player: State) => player.role === "hamlet")).toMatchObject({ name: "Cass", isBot: false });
  await expect(cover.getByRole("heading", { name: "You take over Hamlet" })).toBeVisible();
  await expectAccessible(cover);
  await picture(cover, "handover-on-stage-phone");
  await cover.getByRole("button", { name: "Put the card away" }).click();
  await expect(cover.getByRole("heading", { name: "You take over Hamlet" })).toHaveCount(0);
  await director.keyboard.press("Escape");
  await expect(director.getByRole("row", { name: /^Hamlet/ })).toContainText("covers");
  await expectAccessible(director);
  await picture(director, "console-company");
});

test("somebody who disturbs is muted, frozen, moved to the wings and shown out, and is told each time", { tag: "@long" }, async ({ browser }) => {
  const director = await openConsole(browser, addressOf("moderation"), owner);
  const actor = await stageDoor(browser, "Rowdy", "laertes");
  await goOn(actor);
  await director.getByLabel("Reason, kept with what is done").fill("shouting");
  const told = actor.getByRole("status", { name: "Restraints" });

  await director.getByRole("button", { name: "Mute Rowdy" }).click();
  await expect(told).toContainText("You are muted");
  await expect(director.getByRole("row", { name: /Rowdy/ })).toContainText("muted");
  await director.getByRole("button", { name: "Freeze Rowdy" }).click();
  await expect(told).toContainText("You are frozen");
  await director.getByRole("button", { name: "Rowdy to the wings" }).click();
  await expect(actor.getByRole("status", { name: "Calls" })).toContainText("You were moved to the wings.");
  await expectAccessible(actor);
  await picture(actor, "stage-restrained-phone");
  await expectAccessible(director);
  await picture(director, "console-moderation");
  await director.getByRole("button", { name: "Unmute Rowdy" }).click();
  await director.getByRole("button", { name: "Unfreeze Rowdy" }).click();
  await expect(told).not.toContainText("You are");

  await confirm(director, "Eject Rowdy");
  await expect(actor.getByRole("status", { name: "Connection" })).toContainText("you were shown off this stage: shouting");
  await actor.getByRole("button", { name: "Leave the stage" }).click();
  await expect(actor.getByText("You were shown off this stage")).toBeVisible();
  await director.getByRole("button", { name: "Readmit Rowdy" }).click();
  await expect(director.getByRole("button", { name: "Eject Rowdy" })).toBeVisible();
  await goOn(actor);

  await confirm(director, "Ban Rowdy");
  await expect(director.getByRole("button", { name: "Lift the ban of Rowdy" })).toBeVisible();
  await until(actor, "Rowdy is out", (state) => state.connection === "dismissed");
  await actor.reload();
  await expect(actor.getByRole("alert")).toContainText("keeps its holder out");
});

test("calls, ready checks, messages and notes go between the prompt corner and the stage door", { tag: "@long" }, async ({ browser }) => {
  const director = await openConsole(browser, addressOf("call-sheet"), owner);
  const actor = await stageDoor(browser, "Ann", "horatio");
  await actor.context().grantPermissions(["microphone", "camera"]);
  await expect(actor.getByText("You are expected")).toBeVisible();
  await expect(actor.getByText("not checked")).toHaveCount(3);
  await actor.getByRole("button", { name: "I am here" }).click();
  await expect(director.getByRole("row", { name: /Ann/ })).toContainText("signed in");

  await director.getByRole("button", { name: "Call the half" }).click();
  await expect(actor.getByRole("list", { name: "Calls" })).toContainText("The half");
  await director.getByRole("button", { name: "Ask whether all are ready" }).click();
  await expect(actor.getByText("The prompt corner asks whether you are ready.")).toBeVisible();
  await actor.getByRole("button", { name: "Check the connection" }).click();
  await expect(actor.getByText(/ready: \d+ ms there and back/)).toBeVisible();
  await actor.getByRole("button", { name: "Check the microphone" }).click();
  await expect(actor.getByText("ready: you are heard")).toBeVisible();
  await actor.getByRole("button", { name: "Check the camera" }).click();
  await expect(actor.getByText(/(ready|poor): \d+ × \d+/)).toBeVisible();
  await expect(director.getByRole("row", { name: /Ann/ })).toContainText("you are heard");
  await actor.getByRole("button", { name: "I use no camera" }).click();
  await expect(director.getByRole("row", { name: /Ann/ })).toContainText("not used");
  await expectAccessible(actor);
  await actor.getByRole("heading", { name: "Are you ready?" }).scrollIntoViewIfNeeded();
  await picture(actor, "ready-phone");
  await expectAccessible(director);
  await picture(director, "console-call-sheet");

  // A browser that gives no device says so.
  await actor.context().clearPermissions();
  await actor.getByRole("button", { name: "Check the microphone" }).click();
  await expect(actor.getByText("failed: not allowed in this browser")).toBeVisible();

  await director.goto(addressOf("channels"));
  await director.getByRole("button", { name: "Ann", exact: true }).click();
  await director.getByLabel("To Ann", { exact: true }).fill("Louder, please.");
  await director.getByRole("button", { name: "Send" }).click();
  await goOn(actor);
  await actor.getByRole("button", { name: /^Channels/ }).click();
  const dialog = actor.getByRole("dialog");
  await dialog.getByRole("button", { name: /^somebody/ }).click();
  await expect(dialog.getByText("Louder, please.")).toBeVisible();
  await expectAccessible(actor);
  await picture(actor, "channels-phone");
  await expectAccessible(director);
  await picture(director, "console-channels");

  await director.goto(addressOf("notes"));
  await director.getByRole("region", { name: "Notes to people and departments" }).getByRole("combobox").selectOption({ label: "Ann" });
  await director.getByLabel("Note to Ann").fill("Fine pause before “Break, my heart”.");
  await director.getByRole("button", { name: "Send", exact: true }).click();
  await expect(director.getByRole("list", { name: "Notes" })).toContainText("Fine pause");
  await expectAccessible(director);
  await picture(director, "console-notes");
  await actor.keyboard.press("Escape");
  await actor.getByRole("button", { name: "Leave the stage" }).click();
  await expect(actor.getByRole("region", { name: "Notes for you" })).toContainText("Fine pause");
});

test("the caller's browser dies, and the next in line calls by itself", async ({ browser }) => {
  const caller = await openConsole(browser, addressOf("company"), owner);
  const deputy = await openConsole(browser, `${theatre.url}/console`, await ticketFor(theatre, owner, "Deputy", ["watch", "call"]));
  const line = caller.getByRole("region", { name: "Calling line" });
  await line.getByLabel("Add").selectOption({ label: "Deputy" });
  await line.getByRole("button", { name: "Calling line: add Deputy" }).click();
  await expect(line.getByRole("listitem")).toContainText("Deputy");
  await startShow(caller);
  await standBy(caller, "LX 1");

  const gone = Date.now();
  await caller.context().close();
  await until(deputy, "the deputy calls", (state) => state.view.caller.name === "Deputy", 30_000);
  const after = Date.now() - gone;
  console.log(`the next in line calls ${after} ms after the caller's browser died`);
  expect(after, "a reload is no death").toBeGreaterThan(4_000);
  await expect(deputy.getByText("Calls the show").locator("..")).toContainText("You");
  await deputy.keyboard.press("Space");
  await until(deputy, "the cue was called", (state) => state.view.cues.some((cue: State) => cue.number === "LX 1" && cue.startedMs !== null));
});

test("a department without the scope to call acknowledges, and cannot call", async ({ browser }) => {
  const caller = await openConsole(browser, addressOf("company"), owner);
  const lights = await openConsole(browser, `${theatre.url}/console`, await ticketFor(theatre, owner, "Lea", ["notes"]), phone);
  await startShow(caller);
  await standBy(caller, "LX 1");
  const light = lights.getByRole("region", { name: "Cue light" });
  await expect(light).toContainText("STANDBY");
  await expect(lights.getByRole("button", { name: /^GO/ })).toBeDisabled();
  await light.getByRole("button", { name: "Acknowledge" }).click();
  await until(caller, "the caller sees it", (state) => state.view.ready.includes("Lights"));
  await expect(light.getByRole("button", { name: "Acknowledged" })).toBeDisabled();
  await expectAccessible(lights);
});

test("the doubling matrix says who can share an actor, and every view of the company can be read", { tag: "@long" }, async ({ browser }) => {
  const director = await openConsole(browser, addressOf("doubling"), owner);
  await expect(director.getByRole("region", { name: "Doubling matrix" }).getByRole("row")).toHaveCount(15, { timeout: 30_000 });
  await director.getByRole("region", { name: "Doubling matrix" }).getByRole("button", { name: /Hamlet/ }).first().click();
  await expect(director.getByRole("status").filter({ hasText: "not with" })).toContainText("both needed at");
  await expectAccessible(director);
  await picture(director, "console-doubling");
  const small = await openConsole(browser, addressOf("company"), owner, phone);
  for (const view of ["company", "doubling", "auditions", "call-sheet", "notes", "channels", "moderation"]) {
    await small.goto(addressOf(view));
    await expect(small.getByRole("navigation", { name: "Company views" })).toBeVisible();
    await small.waitForTimeout(300);
    expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), view).toBeLessThanOrEqual(0);
    await expectAccessible(small);
    await picture(small, `console-${view}-phone`);
  }
});
