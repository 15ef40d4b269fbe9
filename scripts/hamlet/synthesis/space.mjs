// Where sounds are heard: two channels, and the room around them.
import { cosine, fallIn, rate, sine } from "./arithmetic.mjs";
import { highPass, lowPass } from "./filters.mjs";
import { add, samples, silence } from "./signal.mjs";

/** Rooms: seconds of reverberation, how dark it gets, when the first echo is there, and how far apart the walls are. */
export const rooms = {
  hall: { fall: 2.4, dark: 4200, first: 0.018, size: 1 },
  chamber: { fall: 0.9, dark: 5200, first: 0.008, size: 0.55 },
  yard: { fall: 1.6, dark: 3000, first: 0.035, size: 1.3 },
  country: { fall: 3.2, dark: 1500, first: 0.09, size: 2.1 },
};

/** Puts one-channel sounds into a picture of two channels, near or far. */
export class Picture {
  constructor(seconds) {
    [this.left, this.right, this.far] = [silence(seconds), silence(seconds), silence(seconds)];
  }

  /** Adds a sound: pan from −1 (left) to 1, and how much of it goes to the room. */
  put(made, { at = 0, gain = 1, pan = 0, room = 0.3 } = {}) {
    const turns = (pan + 1) / 8;
    add(this.left, made, at, gain * cosine(turns));
    add(this.right, made, at, gain * sine(turns));
    add(this.far, made, at, gain * room);
    return this;
  }

  /** The two channels with the room's answer in them. */
  in(room) {
    const [left, right] = reverberate(this.far, room);
    return [add(left, this.left), add(right, this.right)];
  }
}

const lengths = [0.0297, 0.0371, 0.0411, 0.0437, 0.0533, 0.0617, 0.0671, 0.0739];

/** Eight delays that feed each other, and lose their height as they go round. */
function reverberate(dry, { fall, dark, first, size }) {
  const lines = lengths.map((length) => {
    const count = samples(length * size);
    return { buffer: new Float64Array(count), at: 0, keep: powerOf(fallIn(fall), count), low: 0 };
  });
  const damp = dark / (dark + rate / 6.283185307179586);
  const input = highPass(lowPass(dry, 9000), 60);
  const delay = samples(first);
  const [left, right] = [new Float64Array(dry.length), new Float64Array(dry.length)];
  for (let i = 0; i < dry.length; i++) {
    const entering = i < delay ? 0 : input[i - delay];
    let sum = 0;
    for (const line of lines) {
      const heard = line.buffer[line.at];
      line.low += (heard - line.low) * damp;
      sum += line.low;
    }
    for (let n = 0; n < lines.length; n++) {
      const line = lines[n];
      const sign = n % 2 === 0 ? 1 : -1;
      if (n % 2 === 0) left[i] += line.low * (n % 4 === 0 ? 1 : -1) * 0.5;
      else right[i] += line.low * (n % 4 === 1 ? 1 : -1) * 0.5;
      // Householder's matrix: every line hears all, and nothing is lost but what is meant to be.
      line.buffer[line.at] = entering * sign * 0.5 + (line.low - sum / 4) * line.keep;
      line.at = (line.at + 1) % line.buffer.length;
    }
  }
  return [left, right];
}

function powerOf(factor, times) {
  let [value, square] = [1, factor];
  for (let n = times; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) value *= square;
    square *= square;
  }
  return value;
}
