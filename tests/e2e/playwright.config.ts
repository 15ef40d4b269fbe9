import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const debianChromium = "/usr/bin/chromium";

/** Where the stage itself is looked at. Drawn without a graphics card, it costs more than all the rest of a page. */
const drawn = /(pages|opening-night|console-views|tls|verbs|models|performer)\.spec\.ts/;

/** Where a clock is held against what a page does, or sound is listened to: no other browser may take the processor meanwhile. The chat's first press was lost beside another theatre's start. */
const timed = /(chat|coming-back|company|console-calling|sound|voice)\.spec\.ts/;

const words = { launchOptions: launch(process.env["SCREENSHOTS"] ? "--enable-unsafe-swiftshader" : "--disable-3d-apis") };

function launch(...args: string[]) {
  return {
    executablePath: existsSync(debianChromium) ? debianChromium : undefined,
    args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", ...args],
  };
}

export default defineConfig({
  testDir: ".",
  // With LONG=1 also what takes minutes in all, and is held by tests of the server besides.
  grepInvert: process.env["LONG"] ? undefined : /@long/,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One server and one browser are enough for two cores; `make test` has two specs of the last project run at a time.
  workers: 1,
  reporter: [["list"]],
  // Half of the pixels, for the stage is drawn in software; all of them where pictures are taken.
  use: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: process.env["SCREENSHOTS"] ? 1 : 0.5 },
  projects: [
    { name: "drawn", testMatch: drawn, use: { launchOptions: launch("--enable-unsafe-swiftshader") } },
    // The pages say the stage in words there, unless pictures are taken.
    { name: "timed", testMatch: timed, use: words },
    { name: "in words", testIgnore: [drawn, timed], use: words },
  ],
});
