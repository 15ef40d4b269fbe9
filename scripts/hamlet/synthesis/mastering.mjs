// What every sound goes through last: the same loudness for all, no sample too high, clean ends, seamless loops.
import { cosine, decibels, sine } from "./arithmetic.mjs";
import { highPass } from "./filters.mjs";
import { samples } from "./signal.mjs";

/** Loudness units full scale that the loudest 0.4 seconds of every sound have. */
export const loudness = -16;

/** Decibels full scale that no sample goes over; what is left is for the codec, which comes out a little higher. */
export const ceiling = -2.2;

const window = samples(0.4);

/** Mean squares of every 0.4 seconds (a new one each 0.1), as ears weigh them: ITU-R BS.1770. */
export function heard(channels) {
  const weighed = channels.map((channel) =>
    biquad(biquad(channel, [1.53512485958697, -2.69169618940638, 1.19839281085285], [-1.69065929318241, 0.73248077421585]), [1, -2, 1], [-1.99004745483398, 0.99007225036621]),
  );
  const powers = [];
  for (let from = 0; from === 0 || from + window <= weighed[0].length; from += window / 4) {
    let sum = 0;
    for (const channel of weighed) {
      for (let i = from; i < Math.min(from + window, channel.length); i++) sum += channel[i] * channel[i];
    }
    powers.push(sum / window);
  }
  return powers;
}

/** Brings a sound to the common loudness under the common ceiling, and its ends to nothing. */
export function master(channels, { loop = false, fadeIn = 0.003, fadeOut = 0.05 } = {}) {
  const clean = loop ? channels : channels.map((channel) => ends(highPass(channel, 28), fadeIn, fadeOut));
  const wanted = decibels(loudness + 0.691);
  // What a limiter takes away makes it quieter again: three rounds are close enough.
  let made = clean;
  for (let round = 0; round < 3; round++) {
    const gain = wanted / Math.sqrt(Math.max(...heard(made)));
    made = limit(made.map((channel) => channel.map((sample) => sample * gain)));
  }
  return made;
}

/** Makes a loop of a sound that is longer than it by `overlap`: its end goes over into its beginning. */
export function looped(channels, overlap) {
  const blend = samples(overlap);
  return channels.map((channel) => {
    const loop = channel.slice(0, channel.length - blend);
    for (let i = 0; i < blend; i++) {
      const turns = i / blend / 4;
      loop[i] = channel[i] * sine(turns) + channel[loop.length + i] * cosine(turns);
    }
    return loop;
  });
}

function ends(channel, fadeIn, fadeOut) {
  const [first, last] = [samples(fadeIn), samples(fadeOut)];
  return channel.map((sample, i) => sample * Math.min(1, i / first) * Math.min(1, (channel.length - 1 - i) / last));
}

/** Turns down for a few milliseconds around whatever would be too high. */
function limit(channels) {
  const [most, reach] = [decibels(ceiling), samples(0.004)];
  const count = channels[0].length;
  const needed = new Float64Array(count).fill(1);
  for (const channel of channels) {
    for (let i = 0; i < count; i++) needed[i] = Math.min(needed[i], most / Math.max(most, Math.abs(channel[i])));
  }
  const least = new Float64Array(count).fill(1);
  for (let i = 0; i < count; i++) {
    if (needed[i] === 1) continue;
    for (let n = Math.max(0, i - reach); n <= Math.min(count - 1, i + reach); n++) least[n] = Math.min(least[n], needed[i]);
  }
  const gain = new Float64Array(count);
  let sum = 0;
  const at = (i) => least[Math.max(0, Math.min(count - 1, i))];
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i < count; i++) {
    gain[i] = sum / (2 * reach + 1);
    sum += at(i + reach + 1) - at(i - reach);
  }
  return channels.map((channel) => channel.map((sample, i) => sample * gain[i]));
}

function biquad(made, [b0, b1, b2], [a1, a2]) {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return made.map((x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}
