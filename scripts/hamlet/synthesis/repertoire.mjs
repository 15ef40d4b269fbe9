// Every sound of the production, by the name that its sheet calls it.
import { chance } from "./arithmetic.mjs";
import * as bells from "./bells.mjs";
import * as brass from "./brass.mjs";
import * as drums from "./drums.mjs";
import * as guns from "./guns.mjs";
import { master } from "./mastering.mjs";
import { oggOpus } from "./ogg.mjs";
import * as steel from "./steel.mjs";
import * as weather from "./weather.mjs";

export const repertoire = new Map(
  Object.entries({ ...weather, ...bells, ...brass, ...drums, ...steel, ...guns }).map(([name, recipe]) => [recipe.name ?? name, recipe]),
);

/** The two channels of a sound, ready to be encoded. */
export function render(name) {
  const recipe = repertoire.get(name);
  return master(recipe.make(chance(name)), recipe);
}

/** The file of a sound. */
export const file = (name) => oggOpus(render(name), repertoire.get(name));
