// Sines, powers and chance from nothing but + − × ÷ and √, which every machine rounds alike: the same script gives the
// same bytes everywhere, whatever the JavaScript engine's own mathematics do in their last digit.

export const rate = 48_000;

const halfPi = 1.5707963267948966;

/** The sine of a phase in turns. */
export function sine(turns) {
  let x = turns - Math.floor(turns);
  x = x < 0.25 ? x : x < 0.75 ? 0.5 - x : x - 1;
  const y = x * 4 * halfPi;
  const s = y * y;
  return (
    y *
    (1 - (s / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * (1 - (s / 110) * (1 - (s / 156) * (1 - s / 210)))))))
  );
}

export const cosine = (turns) => sine(turns + 0.25);

/** 2 to the power of x. */
export function power2(x) {
  const whole = Math.floor(x);
  const y = (x - whole) * 0.6931471805599453;
  let value = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + (y / 5) * (1 + (y / 6) * (1 + (y / 7) * (1 + y / 8)))))));
  for (let n = whole; n > 0; n--) value *= 2;
  for (let n = whole; n < 0; n++) value /= 2;
  return value;
}

export const decibels = (db) => power2(db / 6.020599913279624);

/** The factor a sample by which something falls to a thousandth (−60 dB) in so many seconds. */
export const fallIn = (seconds) => power2(-9.965784284662087 / (seconds * rate));

/** Keeps a value between −1 and 1, softly. */
export function soften(x) {
  const y = x < -3 ? -3 : x > 3 ? 3 : x;
  return (y * (27 + y * y)) / (27 + 9 * y * y);
}

/** A stream of chance that is the same for the same seed: numbers from 0 to 1. */
export function chance(seed) {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A chooser of values between two ends. */
export const between = (random) => (low, high) => low + (high - low) * random();
