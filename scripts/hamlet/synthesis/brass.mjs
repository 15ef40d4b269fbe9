// Trumpets.
import { power2, rate, sine } from "./arithmetic.mjs";
import { lowPass } from "./filters.mjs";
import { curve, noise, shape, signal, stroke } from "./signal.mjs";
import { Picture, rooms } from "./space.mjs";

const note = (number) => 440 * power2((number - 69) / 12);

/** A brass note: the louder it is, the more partials speak, and the lip slides up into the pitch. */
function blown(seconds, pitch, random, last) {
  const frequency = note(pitch);
  const level = last
    ? curve([[0, 0], [0.035, 0.8], [0.12, 0.62], [seconds * 0.6, 1], [seconds - 0.25, 0.75], [seconds, 0]])
    : curve([[0, 0], [0.022, 1], [0.07, 0.75], [seconds - 0.05, 0.7], [seconds, 0]]);
  const partials = Math.min(24, Math.floor(14_000 / frequency));
  let turns = random();
  const tube = signal(seconds, (t) => {
    const vibrato = t > 0.35 ? 0.006 * sine(5.4 * t) * Math.min(1, (t - 0.35) / 0.4) : 0;
    turns += (frequency * (1 - 0.035 * power2(-t * 60) + vibrato)) / rate;
    const loud = level(t);
    // Each partial is a power of the brightness softer than the one before it.
    const bright = 0.52 + 0.36 * loud;
    let [sum, gain] = [0, 1];
    for (let n = 1; n <= partials; n++) {
      sum += sine(turns * n) * gain * (n === 1 ? 0.6 : 1);
      gain *= bright;
    }
    return sum * loud;
  });
  const tongue = shape(lowPass(noise(0.03, random), 4000), stroke(0.002, 0.025));
  for (let i = 0; i < tongue.length; i++) tube[i] += tongue[i] * 0.35;
  return tube;
}

/** Two calls in three parts, the second one held. */
export const flourish = {
  seconds: 4,
  fadeOut: 0.3,
  make(random) {
    const picture = new Picture(4);
    // Beginning, length, and the three parts' notes (C major: 72 is the C above the middle one).
    const score = [
      [0.02, 0.2, [60, 64, 67]], [0.26, 0.1, [60, 64, 67]], [0.38, 0.1, [60, 64, 67]], [0.5, 0.22, [64, 67, 72]],
      [0.74, 0.22, [60, 64, 67]], [0.98, 0.44, [67, 72, 76]],
      [1.48, 0.1, [64, 67, 72]], [1.6, 0.1, [64, 67, 72]], [1.72, 0.1, [64, 67, 72]], [1.84, 1.55, [67, 72, 79]],
    ];
    for (const [at, seconds, chord] of score) {
      for (const [part, pitch] of chord.entries()) {
        const pan = [-0.5, 0.5, 0][part];
        picture.put(blown(seconds, pitch + 0.04 * (part - 1), random, seconds > 1), { at: at + 0.006 * part, gain: [0.1, 0.1, 0.13][part], pan, room: 0.45 });
      }
    }
    return picture.in(rooms.hall);
  },
};
