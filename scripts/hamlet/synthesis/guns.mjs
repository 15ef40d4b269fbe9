// Powder: cannon within, muskets far off, the last salute.
import { between, power2, soften } from "./arithmetic.mjs";
import { lowPass } from "./filters.mjs";
import { add, noise, shape, stroke, tone } from "./signal.mjs";
import { Picture, rooms } from "./space.mjs";

/** A barrel speaks: a crack, a body that sinks, and smoke that rumbles after it. */
function shot(random, { seconds, deep, bright }) {
  const body = shape(tone(seconds, (t) => deep * (0.55 + 1.6 * power2(-14 * t))), stroke(0.004, seconds * 0.75));
  const blast = shape(lowPass(noise(seconds, random), (t) => bright * power2(-7 * t) + 90), stroke(0.002, seconds * 0.6));
  const crack = shape(noise(0.02, random), stroke(0.0005, 0.015));
  return add(add(body, blast, 0, 1.6), crack, 0, bright / 6000).map((sample) => soften(sample * 1.4));
}

export const cannon = {
  seconds: 3,
  fadeOut: 0.7,
  make(random) {
    const picture = new Picture(3);
    picture.put(shot(random, { seconds: 1.6, deep: 48, bright: 3800 }), { at: 0.01, gain: 0.8, pan: -0.4, room: 0.45 });
    picture.put(shot(random, { seconds: 1.6, deep: 44, bright: 3200 }), { at: 0.95, gain: 0.7, pan: 0.45, room: 0.5 });
    return picture.in(rooms.hall);
  },
};

/** A company's muskets: not quite together, and the hills answer. */
export const volley = {
  seconds: 3,
  fadeOut: 0.8,
  make(random) {
    const value = between(random);
    const picture = new Picture(3);
    for (let n = 0; n < 22; n++) {
      // Most of them fall in the middle of the volley.
      const at = 0.05 + 0.14 * (random() + random() + random());
      const musket = shape(lowPass(noise(0.25, random), value(900, 1700)), stroke(0.001, value(0.07, 0.16)));
      picture.put(musket, { at, gain: value(0.3, 0.8), pan: value(0.1, 0.9), room: 0.6 });
    }
    const answer = shape(lowPass(noise(1.6, random), 420), stroke(0.15, 1.4));
    picture.put(answer, { at: 0.75, gain: 0.5, pan: -0.5, room: 0.8 });
    return picture.in(rooms.country);
  },
};

export const ordnance = {
  seconds: 4,
  fadeOut: 1.2,
  make(random) {
    const picture = new Picture(4);
    for (const [at, pan, gain] of [[0.01, -0.6, 0.9], [0.48, 0.5, 0.75], [0.86, -0.1, 0.85], [1.42, 0.7, 0.8], [1.78, -0.5, 0.8], [2.35, 0.1, 1]]) {
      picture.put(shot(random, { seconds: 1.7, deep: 42 + 6 * random(), bright: 1900 }), { at, gain, pan, room: 0.6 });
    }
    return picture.in(rooms.yard);
  },
};
