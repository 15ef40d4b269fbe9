import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openConsole, ownersTicket } from "./operators";
import { serverAssembly, Theatre } from "./theatre";

const play = join(import.meta.dirname, "../../../shared/data/plays/hamlet.bosak.xml");
const mostRows = 500;

test("the whole of Hamlet loads and scrolls in the prompt book with few rows in the page", { tag: "@long" }, async ({ browser }) => {
  test.skip(!existsSync(play), `there is no ${play}`);
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "virtualstage-e2e-play-"));
  execFileSync("dotnet", [serverAssembly(), "production", "new", "--from", play, "--id", "elsinore", "--to", folder]);
  const theatre = await Theatre.open("--no-bots", "--production", join(folder, "elsinore"));
  try {
    const page = await openConsole(browser, `${theatre.url}/console`, await ownersTicket(theatre));
    const list = page.getByRole("region", { name: "Text and cues" });
    const rows = list.getByRole("listitem");
    await expect(rows.first()).toBeVisible();
    const whole = Number(await rows.first().getAttribute("aria-setsize"));
    // Every speech has its speaker's line and one of text at least.
    expect(whole).toBeGreaterThan(2 * 1138);

    const seen = await list.evaluate(async (scroller) => {
      const long: number[] = [];
      const watching = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)));
      watching.observe({ type: "longtask" });
      const places = new Set<number>();
      let most = 0;
      let frames = 0;
      const from = performance.now();
      while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
        scroller.scrollTop += scroller.clientHeight * 0.8;
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        frames++;
        const drawn = scroller.querySelectorAll("[data-index]");
        most = Math.max(most, drawn.length);
        drawn.forEach((row) => places.add(Number((row as HTMLElement).dataset["index"])));
      }
      const tookMs = performance.now() - from;
      watching.disconnect();
      return { places: places.size, most, frames, tookMs, long };
    });
    expect(seen.most).toBeLessThan(mostRows);
    expect(seen.places).toBe(whole);
    await expect(list.getByRole("listitem").last()).toHaveAttribute("aria-posinset", String(whole));
    console.log(
      JSON.stringify({
        rows: whole,
        mostRowsInPage: seen.most,
        screens: seen.frames,
        msPerScreen: Math.round(seen.tookMs / seen.frames),
        longTasks: seen.long.length,
        longestTaskMs: Math.round(Math.max(0, ...seen.long)),
      }),
    );
  } finally {
    await theatre.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
