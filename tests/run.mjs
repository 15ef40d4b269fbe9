// Runs every test of the project and ends with one line of counts. What is missing is installed first.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { aptGet, has, install, installLibraries } from "../server/libraries.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const total = { passed: 0, failed: 0, skipped: 0 };
/** The failures of every step in their own words, told again at the end, where a long log is read first. */
const failures = [];
/** What took how long, told at the end as well. */
const times = [];

/** Runs a command in a folder, shows what it prints (beside another one when it has ended), and gives it back with the exit code. */
function run(title, folder, command, args, isBesideOthers = false) {
  console.log(isBesideOthers ? `.. ${title} begins` : `\n== ${title}`);
  const start = Date.now();
  return new Promise((end) => {
    const done = (result) => {
      if (isBesideOthers) console.log(`\n== ${title}\n${result.output}`);
      times.push(`${Math.round((Date.now() - start) / 1000)} s ${title}`);
      end(result);
    };
    const child = spawn(command, args, { cwd: join(root, folder), shell: process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        output += data;
        if (!isBesideOthers) process.stdout.write(data);
      });
    }
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}

/** Runs a step that is no test; without it nothing after it makes sense. */
async function prepare(...step) {
  const { code } = await run(...step);
  if (code !== 0) {
    console.log(`\n${step[0]} failed`);
    process.exit(1);
  }
}

/** Runs tests and adds up what they counted. */
async function test(title, folder, command, args, counts, isBesideOthers = false) {
  const { code, output } = await run(title, folder, command, args, isBesideOthers);
  // eslint-disable-next-line no-control-regex
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  const found = counts(plain);
  total.passed += found.passed;
  total.failed += found.failed;
  total.skipped += found.skipped;
  failures.push(...(plain.match(/^(?:failed | FAIL |✖ |  +\d+\) \[).*(?:\n(?:[ \t]+\S.*)?){0,12}/gm) ?? []).map((words) => `${title}: ${words.trimEnd()}`));
  if (found.passed + found.failed === 0 || (code !== 0 && found.failed === 0)) {
    failures.push(`${title}: exit code ${code} without a failed test: counted as a failure`);
    total.failed++;
  }
}

/** Runs tests of which each waits a good part of its time, two at a time; what takes longest should come first. */
async function twoAtATime(tests) {
  const left = [...tests];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      await test(...next, true);
    }
  };
  await Promise.all([lane(), lane()]);
}

const number = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

function dotnetCounts(text) {
  const summary = text.slice(text.lastIndexOf("Test run summary"));
  return {
    passed: number(summary, /succeeded: (\d+)/),
    failed: number(summary, /failed: (\d+)/),
    skipped: number(summary, /skipped: (\d+)/),
  };
}

function vitestCounts(text) {
  const tests = /^\s*Tests\s+(.*)$/m.exec(text)?.[1] ?? "";
  return { passed: number(tests, /(\d+) passed/), failed: number(tests, /(\d+) failed/), skipped: number(tests, /(\d+) skipped/) };
}

function playwrightCounts(text) {
  return {
    passed: number(text, /^\s*(\d+) passed/m),
    failed: number(text, /^\s*(\d+) failed/m),
    skipped: number(text, /^\s*(\d+) skipped/m),
  };
}

function nodeCounts(text) {
  const count = (what) => number(text, new RegExp(`^(?:#|ℹ) ${what} (\\d+)`, "m"));
  return { passed: count("pass"), failed: count("fail"), skipped: count("skipped") };
}

/** Every benchmark that ran is one that did not rot; what it measured decides nothing. */
function benchmarkCounts(text) {
  const failed = (text.match(/There are not any results runs|Benchmarks with issues/g) ?? []).length;
  return { passed: number(text, /Global total time: .*executed benchmarks: (\d+)/), failed, skipped: 0 };
}

/** A load program that measured to the end prints one line of figures; what they are decides nothing. */
function loadCounts(text) {
  return { passed: /^\{"(presses|actors|spectators|appends)":\d+,/m.test(text) ? 1 : 0, failed: 0, skipped: 0 };
}

/** Debian's Chromium where there is apt, else the browser that Playwright manages. */
async function installBrowser() {
  if (existsSync("/usr/bin/chromium")) {
    return;
  }
  if (!has("apt-get")) {
    await prepare("Installing Playwright's browser", "tests/e2e", "npx", ["playwright", "install", "chromium"]);
  } else if (aptGet() === null || !install(["chromium"])) {
    console.log("Chromium is missing. Install it and run again: sudo apt-get install chromium");
    process.exit(1);
  }
}

/** Debian's databases where there is apt; PostgreSQL's programs stand beside PATH there. Without them the tests that start one skip. */
function installDatabases() {
  const missing = [
    ...(has("postgres") || existsSync("/usr/lib/postgresql") ? [] : ["postgresql"]),
    ...(has("redis-server") ? [] : ["redis-server"]),
  ];
  if (missing.length === 0 || process.platform !== "linux") {
    return;
  }
  if (aptGet() === null || !install(missing)) {
    console.log(`Databases are missing, and the tests of a theatre on them are skipped. To have them: sudo apt-get install ${missing.join(" ")}`);
  }
}

// One compiler serves all projects, and half the time does; it is ended when they are built.
await prepare("Building", ".", "dotnet", ["build", "VirtualStage.slnx", "-c", "Release", "-v", "quiet", "--nologo", "-p:UseSharedCompilation=true"]);
await prepare("Ending the compiler", ".", "dotnet", ["build-server", "shutdown", "--vbcscompiler"]);
await prepare("Installing the sounds' synthesis", "scripts/hamlet/synthesis", "npm", ["ci", "--no-audit", "--no-fund"]);
await prepare("Installing the end-to-end tests", "tests/e2e", "npm", ["ci", "--no-audit", "--no-fund"]);
await installBrowser();
installDatabases();
installLibraries();
const projects = readdirSync(join(root, "tests")).filter((name) => name.endsWith(".Tests"));
// These first: the one takes as long as all the others together, the next ones minutes each.
const longest = ["VirtualStage.Server.Tests", "VirtualStage.Productions.Tests", "VirtualStage.Contracts.Tests", "VirtualStage.Matting.Tests"];
const rank = (name) => (longest.includes(name) ? longest.indexOf(name) : longest.length);
const program = (name) => `tests/${name}/bin/Release/net10.0/${name}.dll`;
const benchmarks = program("VirtualStage.Benchmarks");
const load = program("VirtualStage.Load");
await twoAtATime([
  ...projects
    .sort((one, other) => rank(one) - rank(other))
    .map((name) => [`C# tests: ${name.slice("VirtualStage.".length, -".Tests".length)}`, ".", "dotnet", [program(name)], dotnetCounts]),
  ["Benchmarks, short form", ".", "dotnet", [benchmarks, "--filter", "*", "--job", "dry", "--inProcess"], benchmarkCounts],
  ["Latency of GO, short form", ".", "dotnet", [load, "go", "--presses", "20"], loadCounts],
  ["Appends to the journal, short form", ".", "dotnet", [load, "journal", "--appends", "20"], loadCounts],
  ["A crowd on one stage, beside Colyseus, short form", ".", "dotnet", [load, "stage", "--actors", "20", "--seconds", "2", "--colyseus"], loadCounts],
  ["A house full of spectators, beside SignalR, short form", ".", "dotnet", [load, "house", "--spectators", "40", "--actors", "5", "--seconds", "2", "--bare", "--signalr"], loadCounts],
  ["Web tests", "directors-console", "npm", ["test", "--silent"], vitestCounts],
  ["Sounds of the bundled production", "scripts/hamlet/synthesis", "npm", ["test", "--silent"], nodeCounts],
  ["Models of the bundled production", "scripts/hamlet/modelling", "npm", ["test", "--silent"], nodeCounts],
]);
await prepare("Lint of the pages", "directors-console", "npm", ["run", "lint", "--silent"]);
// Where a stage is drawn in software, or a clock is held against a page, another browser would starve them; the others wait for most of their time.
await test("End-to-end tests, one at a time", "tests/e2e", "npx", ["playwright", "test", "--project=drawn", "--project=timed"], playwrightCounts);
await test("End-to-end tests, two at a time", "tests/e2e", "npx", ["playwright", "test", "--project=in words", "--workers=2"], playwrightCounts);

console.log(`\n${times.join(", ")}`);
for (const words of failures) {
  console.log(`\n${words}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
