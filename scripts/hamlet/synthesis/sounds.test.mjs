import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { measure } from "./measure.mjs";
import { ceiling, loudness } from "./mastering.mjs";
import { file, repertoire } from "./repertoire.mjs";

const written = (name) => readFileSync(new URL(`../sounds/${name}.ogg`, import.meta.url));
const sheet = readFileSync(new URL("../production.yaml", import.meta.url), "utf8");
const names = [...repertoire.keys()];

/** The longest cue of each sound, in seconds. */
const longest = new Map();
for (const [, name, seconds] of sheet.matchAll(/ sound: ([\w-]+),.*? duration: ([\d.]+)/g)) {
  longest.set(name, Math.max(longest.get(name) ?? 0, Number(seconds)));
}

test("the sheet names every sound that is made, and every file that is there is one of them", () => {
  const files = [...sheet.matchAll(/ file: sounds\/([\w-]+)\.ogg/g)].map(([, name]) => name);
  assert.deepEqual(files.sort(), [...names].sort());
  assert.deepEqual(readdirSync(new URL("../sounds/", import.meta.url)).sort(), names.map((name) => `${name}.ogg`).sort());
});

test("what the script writes is what was committed, byte for byte", () => {
  assert.ok(file("blade").equals(written("blade")));
});

for (const name of names) {
  test(`${name} is as long as its cues, as loud as the others, and nowhere too high`, () => {
    const { seconds, peak, loudest, seam } = measure(written(name));
    const { loop = false } = repertoire.get(name);
    assert.equal(seconds, repertoire.get(name).seconds);
    if (loop) assert.ok(seam < 2, `the seam is a step of ${seam}`);
    else assert.equal(seconds, longest.get(name));
    assert.ok(Math.abs(loudest - loudness) < 0.5, `${loudest} LUFS`);
    assert.ok(peak < Math.min(-1, ceiling + 1.2), `${peak} dBFS`);
  });
}
