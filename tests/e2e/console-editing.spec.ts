import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket, ticketFor } from "./operators";
import { stateOf, until, type State } from "./state";
import { Theatre } from "./theatre";

let theatre: Theatre;
let owner: string;

test.beforeAll(async () => {
  theatre = await Theatre.open("--no-bots");
  owner = await ownersTicket(theatre);
});

test.afterAll(async () => {
  await theatre.close();
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const addressOf = (view: string) => `${theatre.url}/console/hamlet-1/${view}`;
const editing = (page: Page) => page.getByRole("group", { name: "Editing", exact: true });
const report = (page: Page) => page.getByRole("status", { name: "Last command" });

/** The sheet as the server has it. */
async function sheet(): Promise<{ cues: State[]; stage: State; looks: State; cuts?: State[] }> {
  const answer = await fetch(`${theatre.url}/api/productions/hamlet/sheet`, { headers: { authorization: `Bearer ${owner}` } });
  return JSON.parse(((await answer.json()) as { document: string }).document);
}

test("a cue is inserted at a line, refused with a reason, changed, undone and made again", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("book"), owner);
  const version = (await stateOf(page)).view.sheetVersion;
  await page.getByRole("button", { name: "1.1.2", exact: true }).click();
  await page.getByRole("menuitem", { name: /Insert a cue here/ }).click();
  const form = page.getByRole("dialog");
  await expectAccessible(page);
  await form.getByLabel("Number").fill("LX 1");
  await form.getByLabel("Title").fill("A star");
  await form.getByLabel("Look", { exact: true }).selectOption("starlight");
  await form.getByLabel("Duration").fill("2,5");
  await form.getByRole("button", { name: "Insert the cue" }).click();
  await expect(form.getByRole("alert")).toContainText("already a cue");
  await picture(page, "console-cue-form");
  await form.getByLabel("Number").fill("LX 1.5");
  await form.getByRole("button", { name: "Insert the cue" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(report(page)).toContainText(/Insert LX 1.5 done, \d+ ms/);
  expect((await sheet()).cues.find((cue) => cue.number === "LX 1.5")).toEqual({ number: "LX 1.5", title: "A star", line: "1.1.2", look: "starlight", duration: 2.5 });

  // The performance plays from the new version, and the book of every console shows it.
  await until(page, "the performance took the new sheet", (state) => state.view.sheetVersion > version);
  const mark = page.locator(".row .cue-mark").filter({ hasText: "LX 1.5" });
  // A cue that was just made is the selected one.
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("group", { name: "Edit cue LX 1.5" }).getByRole("button", { name: "Edit" }).click();
  await form.getByLabel("Called on line").fill("9.9.9");
  await form.getByRole("button", { name: "Keep the change" }).click();
  await expect(form.getByRole("alert")).toContainText("9.9.9");
  await form.getByLabel("Called on line").fill("1.1.3");
  await form.getByLabel("Title").fill("Another star");
  await form.getByRole("button", { name: "Keep the change" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(mark).toContainText("Another star");

  await editing(page).getByRole("button", { name: /Undo/ }).click();
  await expect(mark).toContainText("A star");
  await editing(page).getByRole("button", { name: /Undo/ }).click();
  await expect(mark).toHaveCount(0);
  expect((await sheet()).cues.some((cue) => cue.number === "LX 1.5")).toBe(false);
  await editing(page).getByRole("button", { name: /Redo/ }).click();
  await expect(mark).toContainText("A star");
  await editing(page).getByRole("button", { name: /Undo/ }).click();
  await expect(mark).toHaveCount(0);
});

test("a range is renumbered, a cue is moved and deleted, and undone with words", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("cues"), owner);
  const row = (number: string) => page.getByRole("table", { name: "Cue sheet" }).getByRole("row").filter({ hasText: number });
  const before = (await sheet()).cues.map((cue) => cue.number);
  await page.getByRole("button", { name: "Renumber …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("From", { exact: true }).selectOption("LX 1");
  await dialog.getByLabel("To", { exact: true }).selectOption("B 2");
  await dialog.getByLabel("New numbers begin with").fill("X ");
  await dialog.getByLabel("First number").fill("10");
  await dialog.getByLabel("Step").fill("10");
  await dialog.getByRole("button", { name: "Renumber" }).click();
  await expect(row("X 10")).toBeVisible();
  expect((await sheet()).cues.slice(0, 4).map((cue) => cue.number)).toEqual(["X 10", "X 20", "X 30", "X 40"]);
  await editing(page).getByRole("button", { name: /Undo.*number/ }).click();
  await expect(row("LX 1").first()).toBeVisible();

  await row("SQ 1").first().click();
  const edits = page.getByRole("group", { name: "Edit cue SQ 1" });
  await edits.getByRole("button", { name: "Move SQ 1 up" }).click();
  await expect.poll(async () => (await sheet()).cues.slice(0, 2).map((cue) => cue.number)).toEqual(["SQ 1", "LX 1"]);
  await editing(page).getByRole("button", { name: /Undo.*SQ 1/ }).click();
  await expect.poll(async () => (await sheet()).cues.map((cue) => cue.number)).toEqual(before);
  await edits.getByRole("button", { name: /Delete/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(row("SQ 1").filter({ hasText: "Wind" })).toHaveCount(0);
  await editing(page).getByRole("button", { name: /Undo/ }).click();
  await expect.poll(async () => (await sheet()).cues.map((cue) => cue.number)).toEqual(before);
});

test("under the show lock nobody edits, and who may not edit sees no tools for it", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("cues"), owner);
  await editing(page).getByRole("button", { name: "Lock" }).click();
  await expect(editing(page).getByRole("button", { name: "Locked" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Renumber …" })).toBeDisabled();
  await editing(page).getByRole("button", { name: "Locked" }).click();
  await expect(page.getByRole("button", { name: "Renumber …" })).toBeEnabled();
  const caller = await openConsole(browser, addressOf("cues"), await ticketFor(theatre, owner, "Caller", ["watch", "call"]));
  await expect(editing(caller)).toHaveCount(0);
  await expect(caller.getByRole("button", { name: "Renumber …" })).toHaveCount(0);
});

test("a look is made from another one, seen at once, and kept", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("looks"), owner);
  await page.getByRole("button", { name: "starlight" }).click();
  await expectAccessible(page);
  await page.waitForTimeout(1_000);
  await picture(page, "console-looks");
  await page.getByRole("button", { name: "Copy …" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("moonrise");
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("list", { name: "Looks of the production" }).getByRole("button", { name: "moonrise" })).toHaveAttribute("aria-pressed", "true");
  const slider = page.getByRole("slider", { name: "Intensity of moon" });
  await slider.focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Keep moonrise" }).click();
  await expect.poll(async () => (await sheet()).looks.moonrise?.moon?.intensity).toBe(1);
});

test("marks are moved by pointer and by arrow keys, and a role is blocked at a line by dragging it", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("stage"), owner);
  const mark = page.getByRole("button", { name: "Mark down-centre" });
  await mark.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await sheet()).stage.marks["down-centre"]).toEqual({ x: 0.5, z: 2.9 });
  await expect(report(page)).toContainText("Place down-centre done");

  await page.getByRole("button", { name: "To the blocking after" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1.1.1" })).toBeVisible();
  await expectAccessible(page);
  await page.waitForTimeout(500);
  await picture(page, "console-stage");
  const role = page.getByRole("button", { name: /^Hamlet,/ });
  const target = (await page.getByRole("button", { name: "Mark centre" }).boundingBox())!;
  const from = (await role.locator("circle").boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole("button", { name: "Hamlet, on centre" })).toBeVisible();
  const steps = (await sheet()).cues.filter((cue) => cue.line === "1.1.1" && cue.blocking).flatMap((cue) => cue.blocking);
  expect(steps).toContainEqual(expect.objectContaining({ role: "hamlet", to: "centre" }));

  // The same without a pointer.
  await page.getByRole("button", { name: "Hamlet, on centre" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(/goes to/).selectOption("mark:left");
  await page.getByRole("button", { name: "Set the blocking" }).click();
  await expect(page.getByRole("button", { name: "Hamlet, on left" })).toBeVisible();
  await editing(page).getByRole("button", { name: /Undo/ }).click();
  await expect(page.getByRole("button", { name: "Hamlet, on centre" })).toBeVisible();
});

test("lines are cut in the book and restored, and a play that is uploaded becomes a production", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("book"), owner);
  await page.getByRole("button", { name: "1.1.4", exact: true }).click();
  await page.getByRole("menuitem", { name: "Cut this line" }).click();
  await expect(page.getByRole("button", { name: "1.1.4", exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Production" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore line 1.1.4" }).click();
  await expect.poll(async () => (await sheet()).cuts ?? []).toEqual([]);
  await page.getByLabel(/^A play/).setInputFiles({
    name: "small.fountain",
    mimeType: "text/plain",
    buffer: Buffer.from("Title: Small\n\n# ACT I #1#\n\n## Scene 1. A room. #1.1#\n\nEnter Ann and Bob.\n\nANN\nWho's there?\n\nBOB\nIt is I.\n\nExeunt.\n"),
  });
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Small is there, as small" })).toBeVisible();
  await picture(page, "console-production");
  await page.getByLabel(/^A play/).setInputFiles({ name: "bad.xml", mimeType: "text/xml", buffer: Buffer.from("<PLAY><ACT>") });
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "bad.xml" })).toBeVisible();

  const save = async (button: RegExp) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
    return { name: download.suggestedFilename(), path: await download.path() };
  };
  const pack = await save(/Save as a file Small/);
  expect(pack.name).toBe("small.vsproduction");
  await page.getByLabel(/^A play/).setInputFiles({ name: pack.name, mimeType: "application/octet-stream", buffer: readFileSync(pack.path) });
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Small is there, as small" })).toBeVisible();
  const book = await save(/Prompt book of Small/);
  expect(book.name).toBe("small.html");
  expect(readFileSync(book.path, "utf8")).toContain("Who&#x27;s there?");
});
