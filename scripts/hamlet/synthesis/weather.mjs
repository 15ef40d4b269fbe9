// The night before the castle, and the morning.
import { between, power2, rate, sine } from "./arithmetic.mjs";
import { bandPass, formants, highPass, lowPass } from "./filters.mjs";
import { looped } from "./mastering.mjs";
import { add, curve, noise, pinkNoise, shape, signal, silence, stroke, tone, wandering } from "./signal.mjs";
import { Picture, rooms } from "./space.mjs";

/** Gusts that whistle in the stones, and every eight seconds a wave that breaks far below. */
export const wind = {
  seconds: 24,
  loop: true,
  bitsASecond: 96_000,
  make(random) {
    const [period, overlap] = [24, 3];
    const length = period + overlap;
    const picture = new Picture(length);
    for (const pan of [-0.8, 0.8]) {
      const gust = wandering(period, 11, random);
      const body = bandPass(pinkNoise(length, random), (t) => 260 + 640 * gust(t), 0.6);
      picture.put(shape(body, (t) => 0.25 + 0.9 * gust(t) ** 2), { pan, gain: 1.4, room: 0.1 });
      const pitch = wandering(period, 17, random);
      const howl = bandPass(noise(length, random), (t) => 420 + 380 * pitch(t), 22);
      picture.put(shape(howl, (t) => gust(t) ** 3 * (0.3 + 0.7 * pitch(t))), { pan: pan * 0.4, gain: 2.2, room: 0.5 });
    }
    const swell = curve([[0, 0.15], [1.6, 0.3], [3.2, 1], [3.8, 0.85], [6.5, 0.25], [8, 0.15]]);
    const wave = (t) => swell((t + 2) % 8);
    picture.put(shape(lowPass(pinkNoise(length, random), 340), wave), { gain: 0.7, pan: 0.2, room: 0.2 });
    picture.put(shape(bandPass(noise(length, random), 2400, 0.5), (t) => wave(t - 0.35 + 8) ** 3), { gain: 0.16, pan: -0.2, room: 0.4 });
    return looped(picture.in(rooms.yard), overlap);
  },
};

/** Bowed stone: a low fifth that beats against itself, and glass above it. */
export const chill = {
  seconds: 25,
  fadeOut: 0.5,
  make(random) {
    const value = between(random);
    const picture = new Picture(25);
    const swell = curve([[0, 0], [4, 0.7], [7, 1], [16, 0.9], [21, 0.4], [25, 0]]);
    for (const [frequency, gain] of [[65.4, 0.7], [98.3, 0.6], [130.2, 0.7], [196.9, 0.5], [261, 0.4], [311.5, 0.3], [392.6, 0.2]]) {
      for (const side of [-1, 1]) {
        const drift = wandering(25, 9, random);
        const beat = value(0.12, 0.5) * side;
        const note = tone(25, (t) => frequency + beat + frequency * 0.004 * (drift(t) - 0.5), random());
        picture.put(shape(note, swell), { gain: gain * 0.2, pan: side * 0.6, room: 0.5 });
      }
    }
    for (const frequency of [987, 1319, 1661, 2217]) {
      const comes = wandering(25, 14, random);
      const glass = tone(25, (t) => frequency * (1 + 0.002 * sine(0.23 * t)), random());
      picture.put(shape(glass, (t) => swell(t) * comes(t) ** 4), { gain: 0.05, pan: value(-0.9, 0.9), room: 0.9 });
    }
    const breath = wandering(25, 12, random);
    const stone = formants(noise(25, random), [[131, 30, 1], [392, 40, 0.8], [784, 50, 0.5]]);
    picture.put(shape(stone, (t) => swell(t) * (0.3 + breath(t))), { gain: 0.5, room: 0.8 });
    return picture.in(rooms.hall);
  },
};

/** A robin near by, a blackbird behind it, sparrows: each with phrases of its own. */
export const birds = {
  seconds: 20,
  fadeIn: 1.5,
  fadeOut: 2.5,
  make(random) {
    const value = between(random);
    const picture = new Picture(20);
    const sing = ({ from, pan, gain, room, pause, phrase }) => {
      for (let at = from; at < 18; at += value(...pause)) picture.put(phrase(), { at, pan, gain: gain * value(0.7, 1), room });
    };
    const chirp = (seconds, from, to, bend, trill = 0) =>
      shape(
        tone(seconds, (t) => {
          const x = t / seconds;
          return from + (to - from) * x + bend * sine(x / 2) + 90 * sine(trill * t);
        }),
        (t) => sine(t / seconds / 2) ** 2,
      );
    const notes = (count, note, gap) => {
      const phrase = silence(2.6);
      for (let [n, at] = [0, 0]; n < count && at < 2.4; n++, at += gap()) add(phrase, note(n), at, value(0.6, 1));
      return phrase;
    };
    const robin = () => notes(value(5, 12), () => chirp(value(0.05, 0.16), value(3200, 5600), value(2800, 6200), value(-900, 900), value(0, 60)), () => value(0.09, 0.24));
    const blackbird = () => notes(value(3, 6), () => chirp(value(0.14, 0.32), value(1500, 2300), value(1700, 2600), value(-350, 350), 24), () => value(0.25, 0.42));
    const sparrow = () => notes(value(2, 5), () => chirp(0.06, value(4300, 4700), 3600, 1200), () => value(0.16, 0.3));
    sing({ from: 0.6, pan: -0.45, gain: 0.5, room: 0.25, pause: [2.9, 4.3], phrase: robin });
    sing({ from: 2.2, pan: 0.6, gain: 0.34, room: 0.8, pause: [3.4, 5], phrase: blackbird });
    sing({ from: 1.5, pan: 0.1, gain: 0.16, room: 0.6, pause: [1.8, 3.6], phrase: sparrow });
    sing({ from: 4.4, pan: -0.9, gain: 0.12, room: 0.9, pause: [2.6, 4], phrase: robin });
    picture.put(lowPass(pinkNoise(20, random), 700), { gain: 0.03, room: 0.2 });
    return picture.in(rooms.yard);
  },
};

/** Cock-a-doodle-doo: a throat that opens and closes over a pitch that breaks. */
export const cock = {
  seconds: 3,
  fadeOut: 0.4,
  make(random) {
    const picture = new Picture(3);
    const crow = (seconds, pitch, level, open) => {
      let turns = 0;
      const throat = signal(seconds, (t) => {
        turns += (pitch(t) * (1 + 0.012 * (random() - 0.5) + 0.01 * sine(34 * t))) / rate;
        const x = turns - Math.floor(turns);
        return (x < 0.28 ? 1 - x / 0.14 : -1 + (x - 0.28) / 0.36) + 0.16 * (random() - 0.5);
      });
      const voice = formants(throat, [[(t) => 850 + 500 * open(t), 4, 1], [(t) => 1900 + 700 * open(t), 5, 0.8], [3300, 5, 0.35]]);
      return shape(voice, level);
    };
    const short = (at, seconds, from, to, gain) =>
      picture.put(crow(seconds, curve([[0, from], [seconds, to]]), (t) => sine(t / seconds / 2), (t) => t / seconds), { at, gain, pan: 0.35, room: 0.35 });
    short(0.08, 0.15, 430, 560, 0.7);
    short(0.27, 0.12, 560, 520, 0.7);
    short(0.43, 0.24, 600, 760, 0.9);
    const last = crow(
      1.45,
      curve([[0, 720], [0.12, 900], [0.5, 870], [0.95, 760], [1.45, 400]]),
      curve([[0, 0], [0.06, 1], [0.7, 0.95], [1.1, 0.5], [1.45, 0]]),
      curve([[0, 0.3], [0.3, 1], [1, 0.5], [1.45, 0]]),
    );
    picture.put(last, { at: 0.74, gain: 1, pan: 0.35, room: 0.4 });
    return picture.in(rooms.country);
  },
};

/** Heavy cloth that somebody stirs behind, a hem on the floor, a shifted foot. */
export const rustle = {
  seconds: 2,
  fadeOut: 0.2,
  make(random) {
    const value = between(random);
    const picture = new Picture(2);
    const moves = curve([[0, 0], [0.12, 0.7], [0.3, 0.25], [0.5, 1], [0.75, 0.3], [0.95, 0.15], [1.15, 0.75], [1.5, 0.2], [2, 0]]);
    for (const pan of [-0.5, -0.2]) {
      const flutter = wandering(2, 60, random);
      const cloth = formants(noise(2, random), [[900, 0.8, 0.6], [2600, 0.7, 0.8], [5200, 0.8, 0.4]]);
      picture.put(shape(cloth, (t) => moves(t) * flutter(t) ** 2), { pan, room: 0.25 });
    }
    for (let n = 0; n < 90; n++) {
      const at = value(0.02, 1.7);
      const fibre = shape(bandPass(noise(0.02, random), value(2500, 7000), 2), stroke(0.001, value(0.006, 0.02)));
      picture.put(fibre, { at, gain: moves(at) * value(0.2, 0.9), pan: value(-0.6, -0.1), room: 0.2 });
    }
    const foot = shape(tone(0.25, (t) => 95 * power2(-3 * t)), stroke(0.004, 0.2));
    picture.put(foot, { at: 0.52, gain: 0.5, pan: -0.35, room: 0.3 });
    picture.put(shape(highPass(noise(0.05, random), 1500), stroke(0.002, 0.04)), { at: 0.52, gain: 0.15, pan: -0.35 });
    return picture.in(rooms.chamber);
  },
};
