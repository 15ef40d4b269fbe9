import { glb } from "./glb.mjs";
import { cup } from "./things/cup.mjs";
import { foil } from "./things/foil.mjs";
import { inkyCloak } from "./things/inkyCloak.mjs";
import { throne } from "./things/throne.mjs";

/** Every model: the parts that it is made of. */
export const repertoire = new Map([
  ["throne-king", () => throne(1.7)],
  ["throne-queen", () => throne(1.5)],
  ["cup", cup],
  ["foil", foil],
  ["inky-cloak", inkyCloak],
]);

/** A model's file. */
export const file = (name) => glb(name, repertoire.get(name)());
