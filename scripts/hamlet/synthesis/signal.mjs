// One-channel signals: arrays of samples, and what makes and shapes them.
import { fallIn, power2, rate, sine } from "./arithmetic.mjs";

export const samples = (seconds) => Math.round(seconds * rate);

/** A signal from a function of time in seconds. */
export function signal(seconds, at) {
  const made = new Float64Array(samples(seconds));
  for (let i = 0; i < made.length; i++) made[i] = at(i / rate, i);
  return made;
}

export const silence = (seconds) => new Float64Array(samples(seconds));

export const noise = (seconds, random) => signal(seconds, () => random() * 2 - 1);

/** Noise that is as loud in every octave (Kellet's filter). */
export function pinkNoise(seconds, random) {
  let [a, b, c] = [0, 0, 0];
  return signal(seconds, () => {
    const white = random() * 2 - 1;
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    return (a + b + c + white * 0.1848) * 0.2;
  });
}

/** A tone whose frequency is a function of time. */
export function tone(seconds, frequency, startTurns = 0) {
  let turns = startTurns;
  return signal(seconds, (t) => {
    const value = sine(turns);
    turns += frequency(t) / rate;
    turns -= Math.floor(turns);
    return value;
  });
}

/** Dying tones together: each `[frequency, amplitude, seconds to fall by 60 dB]`. What a struck thing does. */
export function struck(seconds, partials, random) {
  const made = silence(seconds);
  for (const [frequency, amplitude, fall] of partials) {
    if (frequency > rate * 0.45) continue;
    // A resonator: y[n] = 2 r cos ω y[n−1] − r² y[n−2], which is a dying sine.
    const r = fallIn(fall);
    const turn = frequency / rate;
    const [c, s] = [2 * r * sine(turn + 0.25), r * r];
    const start = random();
    let before = (amplitude / r) * sine(start - turn);
    let last = amplitude * sine(start);
    for (let i = 0; i < made.length; i++) {
      made[i] += last;
      [before, last] = [last, c * last - s * before];
    }
  }
  return made;
}

/** Straight lines through points `[seconds, value]`. */
export function curve(points) {
  return (t) => {
    if (t <= points[0][0]) return points[0][1];
    for (let i = 1; i < points.length; i++) {
      const [[t0, v0], [t1, v1]] = [points[i - 1], points[i]];
      if (t < t1) return v0 + ((v1 - v0) * (t - t0)) / (t1 - t0);
    }
    return points[points.length - 1][1];
  };
}

/** Wanders smoothly between 0 and 1, `steps` times in a period, and comes back to where it began. */
export function wandering(period, steps, random) {
  const stops = Array.from({ length: steps }, random);
  return (t) => {
    const place = ((t / period) * steps) % steps;
    const from = Math.floor(place);
    const x = place - from;
    const [a, b] = [stops[from], stops[(from + 1) % steps]];
    return a + (b - a) * x * x * (3 - 2 * x);
  };
}

/** Rises in a moment and dies away. */
export function stroke(rise, fall) {
  const halves = 9.965784284662087 / fall;
  return (t) => (t < rise ? t / rise : power2(-(t - rise) * halves));
}

export function shape(made, envelope) {
  for (let i = 0; i < made.length; i++) made[i] *= envelope(i / rate);
  return made;
}

/** Adds one signal to another from a time on. */
export function add(onto, made, seconds = 0, gain = 1) {
  const from = samples(seconds);
  const end = Math.min(made.length, onto.length - from);
  for (let i = 0; i < end; i++) onto[from + i] += made[i] * gain;
  return onto;
}

/** Several signals together, each as loud as it is. */
export function together(...made) {
  const sum = new Float64Array(Math.max(...made.map((one) => one.length)));
  for (const one of made) add(sum, one);
  return sum;
}
