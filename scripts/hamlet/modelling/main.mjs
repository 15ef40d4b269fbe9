// Writes the models of the production: all of them, or those that are named.
import { mkdirSync, writeFileSync } from "node:fs";
import { file, repertoire } from "./repertoire.mjs";

const folder = new URL("../models/", import.meta.url);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...repertoire.keys()];
const unknown = wanted.filter((name) => !repertoire.has(name));
if (unknown.length > 0) {
  console.error(`no model is called ${unknown.join(", ")}; there are: ${[...repertoire.keys()].join(", ")}`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const name of wanted) {
  const bytes = file(name);
  writeFileSync(new URL(`${name}.glb`, folder), bytes);
  console.log(`${name.padEnd(14)} ${(bytes.length / 1024).toFixed(1).padStart(6)} KB`);
}
