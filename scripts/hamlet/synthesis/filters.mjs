// State-variable filters (Zavalishin's): their frequency may move while they sound.
import { cosine, rate, sine } from "./arithmetic.mjs";

const fixed = (value) => (typeof value === "function" ? value : () => value);

/** Runs a filter over a copy; `take` picks its output. The frequency is in hertz, fixed or a function of time. */
function filter(made, frequency, q, take) {
  const hertz = fixed(frequency);
  const sharpness = 1 / q;
  const filtered = new Float64Array(made.length);
  let [one, two, g, a1] = [0, 0, 0, 0];
  for (let i = 0; i < made.length; i++) {
    // A frequency that moves is followed every sixteenth sample: tangents are dear.
    if (i % 16 === 0) {
      const turns = Math.min(0.49, hertz(i / rate) / rate) / 2;
      g = sine(turns) / cosine(turns);
      a1 = 1 / (1 + g * (g + sharpness));
    }
    const high = (made[i] - one * (g + sharpness) - two) * a1;
    const band = g * high + one;
    const low = g * band + two;
    one = g * high + band;
    two = g * band + low;
    filtered[i] = take(low, band * sharpness, high);
  }
  return filtered;
}

export const lowPass = (made, frequency, q = 0.7) => filter(made, frequency, q, (low) => low);
export const highPass = (made, frequency, q = 0.7) => filter(made, frequency, q, (_low, _band, high) => high);
export const bandPass = (made, frequency, q = 1) => filter(made, frequency, q, (_low, band) => band);

/** Formants side by side: each `[frequency, q, gain]`. */
export function formants(made, bands) {
  const sum = new Float64Array(made.length);
  for (const [frequency, q, gain] of bands) {
    const band = bandPass(made, frequency, q);
    for (let i = 0; i < sum.length; i++) sum[i] += band[i] * gain;
  }
  return sum;
}
