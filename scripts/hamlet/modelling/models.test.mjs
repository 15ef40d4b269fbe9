import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { block, lathe } from "./mesh.mjs";
import { file, repertoire } from "./repertoire.mjs";

const names = [...repertoire.keys()];
const sheet = readFileSync(new URL("../production.yaml", import.meta.url), "utf8");

test("the sheet names every model that is made, and every file that is there is one of them", () => {
  const named = new Set([...sheet.matchAll(/ model: models\/([\w-]+)\.glb/g)].map(([, name]) => name));
  assert.deepEqual([...named].sort(), [...names].sort());
  assert.deepEqual(readdirSync(new URL("../models/", import.meta.url)).sort(), names.map((name) => `${name}.glb`).sort());
});

for (const name of names) {
  test(`${name}: what the script writes is what was committed, byte for byte, and small`, () => {
    const bytes = file(name);
    assert.ok(bytes.equals(readFileSync(new URL(`../models/${name}.glb`, import.meta.url))));
    assert.ok(bytes.length < 64 * 1024, `${bytes.length} bytes`);
  });
}

/** Six times the volume that triangles enclose: positive when all of them look outwards. */
const volume = ({ places, triangles }) =>
  triangles.reduce((sum, corners) => {
    const [a, b, c] = corners.map((at) => places[at]);
    return sum + a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }, 0);

test("shapes look outwards", () => {
  assert.ok(Math.abs(volume(block([1, 2, 3])) - 6 * 6) < 1e-9);
  const drum = volume(lathe([[0, 0], [1, 0], [1, 1], [0, 1]], { segments: 64 })) / 6;
  assert.ok(drum > 3.12 && drum < Math.PI, `${drum}`);
});
