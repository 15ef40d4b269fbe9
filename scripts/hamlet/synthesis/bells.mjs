// The castle's clock.
import { between } from "./arithmetic.mjs";
import { lowPass } from "./filters.mjs";
import { add, noise, shape, silence, stroke, struck } from "./signal.mjs";
import { Picture, rooms } from "./space.mjs";

/** A church bell's partials: hum, prime, tierce (a minor third), quint, nominal and above, each a pair that beats. */
function bell(prime, seconds, random) {
  const value = between(random);
  const partials = [
    [0.5, 0.55, 6.5], [1, 0.8, 4.5], [1.183, 0.75, 3.6], [1.506, 0.35, 2.6], [2, 1, 2.8], [2.514, 0.4, 1.6],
    [2.662, 0.3, 1.5], [3.011, 0.42, 1.3], [4.166, 0.3, 0.9], [5.433, 0.22, 0.6], [6.796, 0.15, 0.4], [8.215, 0.1, 0.25],
  ].flatMap(([ratio, gain, fall]) => [0, value(0.3, 0.9)].map((beat) => [prime * ratio + beat, gain * value(0.4, 0.6), fall]));
  const clapper = shape(lowPass(noise(0.06, random), 3500), stroke(0.001, 0.05));
  return add(struck(seconds, partials, random), clapper, 0, 0.5);
}

/** Twelve, over the wind: each stroke a little weaker or stronger, as from a rope. */
export const midnight = {
  seconds: 14,
  fadeOut: 1.2,
  make(random) {
    const value = between(random);
    const tolls = silence(14);
    const struckOnce = bell(277, 5, random);
    for (let n = 0; n < 12; n++) add(tolls, struckOnce, 0.1 + n * 1.04 + value(-0.012, 0.012), value(0.85, 1));
    return new Picture(14).put(lowPass(tolls, 2600), { gain: 0.2, pan: -0.3, room: 0.6 }).in(rooms.country);
  },
};

/** One, nearer. */
export const bellOne = {
  name: "bell-one",
  seconds: 3,
  fadeOut: 1.6,
  make: (random) => new Picture(3).put(lowPass(bell(277, 3, random), 4500), { at: 0.03, gain: 0.2, pan: -0.2, room: 0.5 }).in(rooms.yard),
};
