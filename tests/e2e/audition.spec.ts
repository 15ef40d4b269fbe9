import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, picture } from "./looks";
import { openConsole, ownersTicket } from "./operators";
import { until } from "./state";
import { Theatre } from "./theatre";

// Several browsers draw a stage each, in software.
test.setTimeout(240_000);

const phone = { width: 390, height: 780 };

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

const auditions = () => `${theatre.url}/console/hamlet-1/auditions`;

/** Opens an audition in the console and gives its public link. */
async function openAudition(director: Page, title: string, role: string, places: number, firstSlot: string | null = null): Promise<string> {
  const form = director.getByRole("region", { name: "Open an audition" });
  await form.getByLabel("Title, as strangers read it").fill(title);
  await form.getByLabel("What they should know").fill("No experience needed.\nBring a voice.");
  await form.getByRole("checkbox", { name: role, exact: true }).check();
  await form.getByLabel("Places").fill(String(places));
  if (firstSlot) {
    await form.getByRole("radio", { name: "take a slot" }).check();
    await form.getByLabel("First slot").fill(firstSlot);
  }
  await form.getByRole("button", { name: "Open the audition" }).click();
  const link = director.getByRole("region", { name: title, exact: true }).getByLabel("Public link");
  await expect(link).toHaveValue(/\/audition\/.+#token=.+/);
  return link.inputValue();
}

async function stranger(browser: Browser, url: string, viewport = phone): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(url);
  return page;
}

async function signUp(page: Page, name: string, role: string | null = null): Promise<void> {
  await page.getByLabel("Your name, as you want to be called").fill(name);
  await page.getByLabel("Pronouns, if you like").fill("they/them");
  if (role) await page.getByLabel("The role that you would like").selectOption({ value: role });
  await page.getByLabel("A note to the director, if you like").fill(`${name} fences and sings.`);
  await page.getByRole("button", { name: "Sign up" }).click();
}

test("a stranger with the link signs up on a phone, reads on the stage, is offered the role, accepts, and comes in by the stage door", async ({ browser }) => {
  const director = await openConsole(browser, auditions(), owner);
  const link = await openAudition(director, "Laertes wanted", "Laertes", 3);
  await expectAccessible(director);

  const first = await stranger(browser, link);
  await expect(first.getByRole("heading", { name: "Laertes wanted" })).toBeVisible();
  await expect(first.getByText("No experience needed.")).toBeVisible();
  await expectAccessible(first);
  await picture(first, "audition-sign-up-phone");
  await first.getByRole("button", { name: "Sign up" }).click();
  expect(await first.getByLabel("Your name, as you want to be called").evaluate((input: HTMLInputElement) => input.validity.valueMissing)).toBe(true);
  await signUp(first, "Robin", "laertes");
  const where = first.getByRole("status", { name: "Where you are" });
  await expect(where).toContainText("You are next");
  await expect(first.getByRole("heading", { name: "What you read: Laertes" })).toBeVisible();
  await expect(first.locator('.side-lines [data-yours="true"]').first()).toContainText("You, as Laertes");

  const second = await stranger(browser, link);
  await signUp(second, "Sam");
  await expect(second.getByRole("status", { name: "Where you are" })).toContainText("1 before you");
  await expectAccessible(second);
  await picture(second, "audition-waiting-phone");

  const row = director.getByRole("row", { name: /Robin/ });
  await expect(row).toContainText("they/them");
  await expect(row).toContainText("Robin fences and sings.");
  await expect(row).toContainText("here");
  await director.getByRole("button", { name: "Call to read Laertes: Robin" }).click();
  await expect(where).toContainText("Read Laertes now");
  await expect(second.getByRole("status", { name: "Where you are" })).toContainText("You are next");
  await expectAccessible(first);
  await first.getByRole("button", { name: "Go on the stage" }).click();
  const reading = await until(first, "Robin stands on the stage", (state) => state.connected && state.actor !== null && state.role === "laertes");
  expect(reading.page).toBe("audition");
  await expect(first.getByRole("region", { name: "What you read" })).toContainText("You, as Laertes");
  await expectAccessible(first);
  await picture(first, "audition-reading-phone");
  await until(director, "the director sees who reads", (state) => state.players.some((player: { role: string; name: string }) => player.role === "laertes" && player.name === "Robin"));

  await director.getByRole("button", { name: "End the reading of Robin" }).click();
  await expect(where).toContainText("You have read");
  await picture(director, "console-auditions");
  await director.getByRole("button", { name: "Offer the role of Laertes to Robin" }).click();
  await expect(where).toContainText("You are offered Laertes");
  await picture(first, "audition-offered-phone");
  await first.getByRole("button", { name: "Accept Laertes" }).click();
  await expect(where).toContainText("You play Laertes");
  await expect(row).toContainText("accepted");
  await first.getByRole("button", { name: "To the stage door" }).click();

  await expect(first).toHaveURL(/\/stage-door\/hamlet-1$/);
  await expect(first.getByText("You play Laertes in")).toBeVisible();
  await expectAccessible(first);
  await picture(first, "stage-door-phone");
  await first.getByRole("button", { name: "Go on stage" }).click();
  const on = await until(first, "Robin is on as Laertes", (state) => state.page === "stage-door" && state.connected && state.role === "laertes");
  expect(on.players.find((player: { role: string }) => player.role === "laertes")).toMatchObject({ name: "Robin", isBot: false });
  await picture(first, "stage-phone");

  // The other one is let go with thanks, and told so.
  await director.getByRole("button", { name: "Thank Sam" }).click();
  await director.getByRole("alertdialog").getByRole("button", { name: "Thank Sam" }).click();
  await expect(second.getByRole("status", { name: "Where you are" })).toContainText("Thank you for coming");
});

test("every refusal is told in words, and what was written stays", { tag: "@long" }, async ({ browser }) => {
  const director = await openConsole(browser, auditions(), owner);
  const tomorrow = new Date(Date.now() + 24 * 3_600_000);
  const slot = `${tomorrow.toISOString().slice(0, 10)}T12:00`;
  const link = await openAudition(director, "By the hour", "Ophelia", 1, slot);

  const wrong = await stranger(browser, link.replace(/#token=.*/, "#token=wrong"));
  await expect(wrong.getByRole("alert")).toContainText("there is no such audition, or its link is another one");
  await expectAccessible(wrong);
  const half = await stranger(browser, link.replace(/#.*/, ""));
  await expect(half.getByRole("heading", { name: "This is not the whole link" })).toBeVisible();
  await expectAccessible(half);

  const [one, two] = [await stranger(browser, link), await stranger(browser, link)];
  for (const page of [one, two]) {
    await page.getByLabel("Your name, as you want to be called").fill(page === one ? "One" : "Two");
    await page.getByLabel("When").selectOption({ index: 1 });
  }
  await one.getByRole("button", { name: "Sign up" }).click();
  await expect(one.getByRole("status", { name: "Where you are" })).toContainText("Your time is");
  await two.getByRole("button", { name: "Sign up" }).click();
  await expect(two.getByRole("alert")).toContainText("this audition is full");
  await expect(two.getByLabel("Your name, as you want to be called")).toHaveValue("Two");
  await expect(two.getByRole("option", { name: /taken/ })).toHaveCount(1);
  await expect(two.getByText("every place is taken")).toBeVisible();
  await picture(two, "audition-full-phone");

  await one.getByRole("button", { name: "Leave the audition" }).click();
  await one.getByRole("alertdialog").getByRole("button", { name: "Leave the audition" }).click();
  await expect(one.getByRole("status", { name: "Where you are" })).toContainText("You left this audition");
  // Who comes back finds where they are.
  await one.reload();
  await expect(one.getByRole("status", { name: "Where you are" })).toContainText("You left this audition");

  await director.getByRole("region", { name: "By the hour", exact: true }).getByRole("button", { name: "Close By the hour" }).click();
  await director.getByRole("alertdialog").getByRole("button", { name: "Close By the hour" }).click();
  await expect(director.getByRole("region", { name: "By the hour", exact: true })).toContainText("closed");
  const late = await stranger(browser, link);
  await expect(late.getByText("This audition is closed")).toBeVisible();
  await expect(late.getByRole("button", { name: "Sign up" })).toHaveCount(0);
});
