// Skins: the kettle drum at court, the army's drums far, near and muffled.
import { between } from "./arithmetic.mjs";
import { bandPass, lowPass } from "./filters.mjs";
import { add, curve, noise, shape, silence, stroke, struck } from "./signal.mjs";
import { Picture, rooms } from "./space.mjs";

/** A kettle's modes stand nearly in harmony above the principal one. */
function kettle(frequency, random) {
  const modes = [[0.85, 0.4, 0.4], [1, 1, 1.4], [1.5, 0.7, 1.1], [1.98, 0.5, 0.9], [2.44, 0.35, 0.6], [2.95, 0.25, 0.45], [3.44, 0.15, 0.3]];
  const skin = struck(1.6, modes.map(([ratio, gain, fall]) => [frequency * ratio, gain, fall]), random);
  return add(skin, shape(lowPass(noise(0.05, random), 1200), stroke(0.002, 0.045)), 0, 0.8);
}

export const kettleDrum = {
  name: "kettle-drum",
  seconds: 4,
  fadeOut: 0.5,
  make(random) {
    const value = between(random);
    const picture = new Picture(4);
    const skins = [kettle(98, random), kettle(98.7, random), kettle(97.6, random)];
    const grows = curve([[0, 0.18], [2.4, 1], [2.6, 1]]);
    for (let [at, n] = [0.02, 0]; at < 2.5; at += value(0.062, 0.072), n++) {
      picture.put(skins[n % 3], { at, gain: 0.28 * grows(at) * value(0.8, 1.1), pan: n % 2 ? 0.15 : -0.15, room: 0.4 });
    }
    picture.put(skins[0], { at: 2.72, gain: 0.75, room: 0.5 });
    return picture.in(rooms.hall);
  },
};

/** A field drum: two heads, and snares that rattle below. */
function fieldDrum(random) {
  const skin = struck(0.5, [[112, 1, 0.32], [178, 0.7, 0.22], [236, 0.5, 0.16], [297, 0.35, 0.12], [402, 0.2, 0.09]], random);
  add(skin, shape(bandPass(noise(0.25, random), 2600, 0.6), stroke(0.002, 0.18)), 0.002, 0.55);
  return add(skin, shape(noise(0.01, random), stroke(0.0005, 0.008)), 0, 0.5);
}

/** Strokes of a march: `[beat, strength]`, with ruffles of small strokes before the beats that ask for one. */
function march(seconds, beat, bars, random) {
  const value = between(random);
  const drums = [fieldDrum(random), fieldDrum(random), fieldDrum(random)];
  const line = silence(seconds);
  let count = 0;
  const hit = (at, strength) => {
    if (at >= 0 && at < seconds - 0.05) add(line, drums[count++ % 3], at + value(-0.004, 0.004), strength * value(0.88, 1));
  };
  for (const [at, strength, ruffle = 0] of bars) {
    for (let n = ruffle; n > 0; n--) hit(at * beat - n * 0.058, strength * 0.4);
    hit(at * beat, strength);
  }
  return line;
}

const bar = (first, strokes) => strokes.map(([at, ...rest]) => [first + at, ...rest]);
const step = [[0, 1], [1, 0.7], [2, 0.9, 4], [2.5, 0.5], [3, 0.7]];
const turn = [[0, 1], [0.5, 0.5], [1, 0.7, 3], [2, 0.9], [2.5, 0.6], [3, 0.8, 5]];

/** Far off, and the wind lets through more of it towards the end. */
export const farMarch = {
  name: "far-march",
  seconds: 12,
  fadeIn: 0.4,
  fadeOut: 1.5,
  make(random) {
    const beat = 0.56;
    const line = march(12, beat, [0, 4, 8, 12, 16, 20].flatMap((first, n) => bar(first + 0.2, n % 2 ? turn : step)), random);
    const far = lowPass(line, curve([[0, 600], [12, 1100]]));
    return new Picture(12).put(shape(far, curve([[0, 0.55], [8, 1], [12, 0.9]])), { gain: 0.35, pan: 0.5, room: 0.7 }).in(rooms.country);
  },
};

/** They come round the corner, up to the door, and stop. */
export const nearMarch = {
  name: "near-march",
  seconds: 8,
  fadeIn: 0.1,
  fadeOut: 0.6,
  make(random) {
    const beat = 0.54;
    const line = march(8, beat, [...[0, 4, 8].flatMap((first, n) => bar(first + 0.2, n % 2 ? turn : step)), [12.2, 1.25, 7]], random);
    const near = shape(lowPass(line, curve([[0, 700], [3, 1500], [6, 7000]])), curve([[0, 0.3], [3, 0.55], [6.4, 1]]));
    return new Picture(8).put(near, { gain: 0.4, pan: 0.45, room: 0.35 }).in(rooms.yard);
  },
};

/** Slow, with cloth over the skins; under each first beat the great drum. */
export const deadMarch = {
  name: "dead-march",
  seconds: 20,
  fadeOut: 1.5,
  make(random) {
    const beat = 1.2;
    const slow = [0, 4, 8, 12].flatMap((first) => bar(first + 0.1, [[0, 1], [1, 0.55], [2, 0.8, 6], [3, 0.5], [3.5, 0.4]]));
    const line = march(20, beat, slow, random);
    const picture = new Picture(20).put(lowPass(line, 800), { gain: 0.9, pan: -0.1, room: 0.5 });
    const skin = struck(2.5, [[58, 1, 1.4], [87, 0.6, 0.9], [116, 0.4, 0.6], [151, 0.25, 0.4]], random);
    const great = add(shape(skin, (t) => Math.min(1, t / 0.008)), shape(lowPass(noise(0.06, random), 500), stroke(0.004, 0.05)), 0, 0.5);
    for (let first = 0; first < 16; first += 4) picture.put(great, { at: (first + 0.1) * beat, gain: 0.5, pan: 0.1, room: 0.5 });
    picture.put(great, { at: 16.1 * beat - 1.2, gain: 0.4, pan: 0.1, room: 0.6 });
    return picture.in(rooms.yard);
  },
};
