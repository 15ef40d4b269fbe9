// Writes the sounds of the production: all of them, or those that are named.
import { mkdirSync, writeFileSync } from "node:fs";
import { file, repertoire } from "./repertoire.mjs";

const folder = new URL("../sounds/", import.meta.url);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...repertoire.keys()];
const unknown = wanted.filter((name) => !repertoire.has(name));
if (unknown.length > 0) {
  console.error(`no sound is called ${unknown.join(", ")}; there are: ${[...repertoire.keys()].join(", ")}`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const name of wanted) {
  const bytes = file(name);
  writeFileSync(new URL(`${name}.ogg`, folder), bytes);
  console.log(`${name.padEnd(12)} ${(bytes.length / 1024).toFixed(0).padStart(5)} KB`);
}
