import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

const phone = { width: 390, height: 780 };

let theatre: Theatre;
let owner: string;

test.beforeAll(async () => {
  theatre = await Theatre.open("--speed", "4");
  owner = await ownersTicket(theatre);
});

test.afterAll(async () => {
  await theatre.close();
});

// Every open page draws a stage: those that are not looked at any more go.
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const addressOf = (view: string) => `${theatre.url}/console/hamlet-1/${view}`;

/** Nothing on the page is wider than the page. */
async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

test("the prompt corner: book, cues, company, stage, what runs, what comes, and GO", async ({ browser }) => {
  const page = await openConsole(browser, `${theatre.url}/console`, owner);
  await expect(page).toHaveURL(addressOf("book"));
  await until(page, "lines are spoken", (state) => state.actors.length > 0 && state.view.currentLine !== null, 60_000);
  await expect(page.getByRole("region", { name: "Prompt book" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Company" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Running cues" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Coming up" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("LIVE", { exact: true })).toBeVisible();
  await expect(page.locator("[aria-current=true]")).toBeInViewport();
  const go = (await page.getByRole("button", { name: /^GO/ }).boundingBox())!;
  const others = await page.locator("button:visible").all();
  for (const other of others) {
    const box = await other.boundingBox();
    if (box) expect(box.width * box.height).toBeLessThanOrEqual(go.width * go.height);
  }
  await expectToFit(page);
  await expectAccessible(page);
  await page.waitForTimeout(1_500);
  await picture(page, "console");
});

test("selecting a cue does not move the playhead", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("book"), owner);
  await page.getByRole("button", { name: "Hold" }).click();
  const held = await until(page, "the show is held", (state) => state.view.show === 4);
  await page.getByRole("region", { name: "Coming up" }).getByRole("button").nth(2).click();
  await expect(page.getByRole("region", { name: "Selected cue" }).getByRole("button", { name: "Playhead" })).toBeVisible();
  const after = await until(page, "nothing moved", (state) => state.view.next === held.view.next);
  expect(after.view.standby).toBe(held.view.standby);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Resume", exact: true }).click();
});

test("the cue sheet is gone through by arrow keys, found by words, and narrowed by department", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("cues"), owner);
  const sheet = page.getByRole("table", { name: "Cue sheet" });
  await expect(sheet.getByRole("row").nth(1)).toContainText("LX 1");
  await sheet.getByRole("rowgroup").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("region", { name: "Selected cue" })).toContainText("SQ 1");
  await page.keyboard.press("End");
  const last = Number(await sheet.getAttribute("aria-rowcount"));
  await expect(sheet.locator(`[aria-rowindex="${last}"]`)).toBeInViewport();
  await page.getByRole("searchbox", { name: "Find cues" }).fill("wind");
  await expect(sheet.getByRole("row")).not.toHaveCount(1);
  for (const row of await sheet.getByRole("row").all()) await expect(row).toContainText(/wind|Cue/i);
  await page.getByRole("searchbox", { name: "Find cues" }).fill("");
  await page.getByRole("group", { name: "Departments shown" }).getByRole("button", { name: "Sound" }).click();
  await expect(sheet.getByRole("row").filter({ hasText: "SQ 1" })).toHaveCount(0);
  await expectToFit(page);
  await expectAccessible(page);
  await picture(page, "console-cues");
});

for (const view of ["cart", "rehearse", "matting"]) {
  test(`the view ${view} opens by its address, and can be used by everybody`, async ({ browser }) => {
    const page = await openConsole(browser, addressOf(view), owner);
    await expect(page).toHaveURL(addressOf(view));
    await expect(page.getByRole("navigation", { name: "Views" }).locator("[aria-current=page]")).toBeVisible();
    await expect(page.getByRole("button", { name: /^GO/ })).toBeInViewport();
    await expectToFit(page);
    await expectAccessible(page);
  });
}

test("dimmed, it can still be read", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("book"), owner);
  await page.getByRole("button", { name: "Dim" }).click();
  await page.waitForTimeout(500);
  await expectAccessible(page);
  await picture(page, "console-dim");
});

test("on a phone: the text, the cue light with its answer, and the calls", async ({ browser }) => {
  const page = await openConsole(browser, addressOf("book"), owner, phone);
  await until(page, "the show runs", (state) => state.view.currentLine !== null, 60_000);
  await expect(page.getByRole("button", { name: /^GO/ })).toBeInViewport();
  await expect(page.getByRole("button", { name: /Acknowledge/ })).toBeInViewport();
  await expect(page.getByRole("region", { name: "Cue light" })).toBeInViewport();
  await expect(page.getByRole("region", { name: "Text and cues" })).toBeInViewport();
  await expectToFit(page);
  await expectAccessible(page);
  await picture(page, "console-phone");
});
