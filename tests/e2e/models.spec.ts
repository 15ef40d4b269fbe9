import { expect, test, type Browser, type Page } from "@playwright/test";
import { picture } from "./looks";
import { openConsole, ownersTicket, startShow } from "./operators";
import { Theatre } from "./theatre";

test.setTimeout(240_000);

/** Of the bundled production: two thrones, two foils and a cup. */
const bundled = "5";

let theatre: Theatre;

test.beforeEach(async () => {
  theatre = await Theatre.open("--no-bots");
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await theatre.close();
});

/** The house, with the doors open, and what its console's log warned of. */
async function watch(browser: Browser, prepare: (page: Page) => Promise<void> = async () => undefined): Promise<{ page: Page; warnings: string[] }> {
  const director = await openConsole(browser, `${theatre.url}/console/hamlet-1`, await ownersTicket(theatre));
  await startShow(director);
  await director.context().close();
  const page = await (await browser.newContext({ viewport: { width: 480, height: 320 }, reducedMotion: "reduce" })).newPage();
  const warnings: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  page.on("pageerror", (error) => warnings.push(String(error)));
  await prepare(page);
  await page.goto(`${theatre.url}/watch`);
  return { page, warnings };
}

test("set pieces and props are drawn as the production's models, with their textures", async ({ browser }) => {
  const answers: string[] = [];
  const { page, warnings } = await watch(browser, async (one) => {
    one.on("response", (answer) => {
      if (answer.url().includes("/api/models/")) answers.push(`${answer.status()} ${answer.headers()["content-type"]}`);
    });
  });

  await expect(page.locator("canvas[data-models]")).toHaveAttribute("data-models", bundled, { timeout: 90_000 });
  // The foil is one file, however many hold one.
  expect(answers).toEqual(Array.from({ length: 4 }, () => "200 model/gltf-binary"));
  expect(warnings.filter((text) => text.includes("model") || text.includes("texture"))).toEqual([]);
  await picture(page, "models");
});

test("where models cannot be had primitives are drawn, and the log says why", { tag: "@long" }, async ({ browser }) => {
  const { page, warnings } = await watch(browser, (one) => one.route("**/api/models/**", (route) => route.fulfill({ status: 503, body: "" })));

  await expect.poll(() => warnings.filter((text) => text.includes("cannot be shown: the model was not given (503)")).length, { timeout: 90_000 }).toBe(4);
  await expect(page.locator("canvas").first()).toBeVisible();
  await expect(page.locator("canvas[data-models]")).toHaveCount(0);
});
