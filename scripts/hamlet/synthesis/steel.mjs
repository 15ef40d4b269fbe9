// Foils, rapiers, a goblet, bolts: what is struck and rings.
import { between, power2, sine } from "./arithmetic.mjs";
import { bandPass, formants, highPass, lowPass } from "./filters.mjs";
import { add, curve, noise, shape, silence, stroke, struck, together, tone } from "./signal.mjs";
import { Picture, rooms } from "./space.mjs";

/** A bar that is free at both ends. */
const barModes = [1, 2.756, 5.404, 8.933, 13.34];

/** Two blades meet: both ring, and at times one slides along the other. */
function clash(random, slide) {
  const value = between(random);
  const blade = (frequency, gain) => barModes.map((mode, n) => [frequency * mode * value(0.995, 1.005), gain * value(0.5, 1) * 0.72 ** n, value(0.35, 0.8) / (1 + n * 0.5)]);
  const ring = struck(0.9, [...blade(value(760, 1150), 0.5), ...blade(value(900, 1400), 0.4)], random);
  add(ring, shape(highPass(noise(0.012, random), 2500), stroke(0.0004, 0.01)), 0, 0.9);
  if (slide > 0) {
    const rise = value(2600, 3600);
    const scrape = formants(noise(slide, random), [[(t) => rise + (2400 * t) / slide, 9, 1], [(t) => 1.7 * rise + (2600 * t) / slide, 12, 0.7]]);
    add(ring, shape(scrape, (t) => sine(t / slide / 2)), 0.01, 1.3);
  }
  return ring;
}

/** A foot that comes down hard on boards. */
function stamp(random) {
  const thump = shape(tone(0.3, (t) => 55 + 70 * power2(-40 * t)), stroke(0.003, 0.22));
  return add(thump, shape(lowPass(noise(0.05, random), 900), stroke(0.002, 0.045)), 0, 0.7);
}

function fence(picture, blows, random) {
  const value = between(random);
  for (const [at, gain, slide = 0] of blows) {
    picture.put(clash(random, slide), { at: at + value(-0.015, 0.015), gain: gain * 0.5, pan: value(-0.35, 0.35), room: 0.3 });
  }
}

/** Three passes of a bout, with looks between them: a shorter one ends on a look. */
export const foils = {
  seconds: 8,
  fadeOut: 0.4,
  make(random) {
    const picture = new Picture(8);
    fence(picture, [[0.1, 0.5], [0.42, 0.6], [0.68, 0.8], [0.9, 0.7, 0.18], [1.5, 0.9], [1.68, 0.7], [1.98, 1, 0.3]], random);
    fence(picture, [[2.95, 0.6], [3.2, 0.8], [3.38, 0.9], [3.55, 0.8], [3.9, 0.9, 0.22], [4.35, 1]], random);
    fence(picture, [[5.15, 0.7], [5.42, 1, 0.2]], random);
    fence(picture, [[6.15, 0.8], [6.32, 0.9], [6.52, 0.9], [6.7, 1, 0.26]], random);
    for (const at of [0.62, 1.45, 1.92, 3.14, 4.3, 5.38, 6.1, 6.66]) picture.put(stamp(random), { at, gain: 0.35, room: 0.25 });
    return picture.in(rooms.hall);
  },
};

/** Wild blows, boots, cloth; a rapier falls and rings on the stones. */
export const scuffle = {
  seconds: 5,
  fadeOut: 0.4,
  make(random) {
    const value = between(random);
    const picture = new Picture(5);
    fence(picture, [[0.08, 0.9], [0.3, 1, 0.15], [0.62, 0.8], [0.75, 1], [1.2, 0.9, 0.2], [1.62, 1], [1.75, 0.9], [2.2, 1, 0.35], [2.75, 1]], random);
    for (const at of [0.05, 0.35, 0.6, 0.9, 1.1, 1.35, 1.6, 1.95, 2.15, 2.5, 2.7, 3.05]) {
      picture.put(stamp(random), { at: at + value(-0.03, 0.03), gain: value(0.35, 0.7), pan: value(-0.5, 0.5), room: 0.25 });
    }
    const struggle = curve([[0, 0.3], [1, 0.8], [2.2, 1], [2.9, 0.6], [3.4, 0]]);
    const cloth = shape(formants(noise(3.5, random), [[700, 0.8, 0.7], [2300, 0.8, 0.5]]), (t) => struggle(t) * (0.5 + 0.5 * sine(3.1 * t)) ** 2);
    picture.put(cloth, { gain: 0.22, room: 0.2 });
    for (const [at, gain] of [[3.2, 1], [3.44, 0.6], [3.6, 0.42], [3.7, 0.3], [3.77, 0.22], [3.82, 0.16], [3.86, 0.12]]) {
      picture.put(clash(random, 0), { at, gain: gain * 0.55, pan: -0.4, room: 0.4 });
    }
    return picture.in(rooms.hall);
  },
};

/** Steel comes out of a scabbard's mouth, and goes where it was meant to go. */
export const blade = {
  seconds: 1,
  fadeOut: 0.2,
  make(random) {
    const picture = new Picture(1);
    const draw = formants(noise(0.2, random), [[(t) => 2800 + 9000 * t, 10, 1], [(t) => 4700 + 11_000 * t, 12, 0.7]]);
    picture.put(shape(draw, (t) => (t / 0.2) * sine(t / 0.4 + 0.0001)), { gain: 0.9, pan: -0.1, room: 0.25 });
    const thud = shape(tone(0.3, (t) => 60 + 90 * power2(-50 * t)), stroke(0.004, 0.26));
    const give = shape(lowPass(noise(0.18, random), (t) => 1600 * power2(-14 * t) + 120), stroke(0.006, 0.16));
    picture.put(together(thud, give), { at: 0.22, gain: 0.9, room: 0.3 });
    picture.put(struck(0.5, barModes.map((mode, n) => [1230 * mode, 0.1 * 0.7 ** n, 0.35]), random), { at: 0.21, gain: 0.7, pan: 0.1, room: 0.5 });
    return picture.in(rooms.hall);
  },
};

/** A goblet on stone: it drops, bounces, and rolls in a half circle. */
export const cupFalls = {
  name: "cup-falls",
  seconds: 2,
  fadeOut: 0.25,
  make(random) {
    const value = between(random);
    const picture = new Picture(2);
    const cup = [[1180, 1, 0.6], [1196, 0.7, 0.55], [2730, 0.7, 0.45], [4310, 0.5, 0.32], [6150, 0.35, 0.2], [8240, 0.2, 0.12]];
    const tap = (at, gain, bright) => {
      const ring = struck(0.6, cup.map(([frequency, amplitude, fall], n) => [frequency * value(0.998, 1.002), amplitude * bright ** n, fall]), random);
      add(ring, shape(highPass(noise(0.006, random), 2000), stroke(0.0004, 0.005)), 0, 0.6);
      picture.put(ring, { at, gain: gain * 0.4, pan: 0.5 - 0.25 * at, room: 0.3 });
    };
    for (const [at, gain] of [[0.03, 1], [0.25, 0.65], [0.4, 0.42], [0.5, 0.28], [0.565, 0.2]]) tap(at, gain, 0.9);
    for (let at = 0.62; at < 1.7; at += value(0.035, 0.06)) tap(at, 0.1 * (0.55 + 0.45 * sine(1.6 * at)) * (1.85 - at), 0.6);
    const floor = shape(bandPass(noise(1.2, random), (t) => 900 - 250 * t, 3), (t) => (0.5 + 0.5 * sine(3.2 * t)) * Math.max(0, 1 - t / 1.15));
    picture.put(floor, { at: 0.6, gain: 0.12, pan: 0.2, room: 0.3 });
    return picture.in(rooms.hall);
  },
};

/** Two leaves of a door, and two bolts. */
export const bolts = {
  seconds: 2,
  fadeOut: 0.3,
  make(random) {
    const value = between(random);
    const picture = new Picture(2);
    const slam = () => {
      const wood = struck(0.6, [[63, 1, 0.5], [104, 0.8, 0.35], [171, 0.5, 0.22], [246, 0.35, 0.16], [389, 0.25, 0.1], [612, 0.15, 0.07]], random);
      return add(wood, shape(lowPass(noise(0.12, random), 2200), stroke(0.002, 0.09)), 0, 1.1);
    };
    const shot = () => {
      const bolt = silence(0.5);
      const scrape = formants(noise(0.14, random), [[1500, 4, 1], [3100, 6, 0.8]]);
      add(bolt, shape(scrape, curve([[0, 0.2], [0.11, 1], [0.14, 0]])), 0, 0.5);
      add(bolt, struck(0.35, [[410, 0.7, 0.12], [923, 0.8, 0.16], [1740, 0.6, 0.14], [2890, 0.4, 0.1], [4520, 0.3, 0.06]].map(([f, a, fall]) => [f * value(0.98, 1.02), a, fall]), random), 0.13, 0.7);
      return add(bolt, shape(noise(0.01, random), stroke(0.0005, 0.008)), 0.13, 0.8);
    };
    picture.put(slam(), { at: 0.03, gain: 0.8, pan: 0.3, room: 0.5 });
    picture.put(slam(), { at: 0.36, gain: 0.95, pan: 0.5, room: 0.5 });
    picture.put(shot(), { at: 0.85, gain: 0.6, pan: 0.4, room: 0.45 });
    picture.put(shot(), { at: 1.25, gain: 0.65, pan: 0.45, room: 0.45 });
    return picture.in(rooms.hall);
  },
};
