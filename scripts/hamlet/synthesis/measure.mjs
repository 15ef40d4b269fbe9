// Listens by measuring: what the files that were written decode to.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { rate } from "./arithmetic.mjs";
import { heard } from "./mastering.mjs";
import { decoded } from "./ogg.mjs";
import { repertoire } from "./repertoire.mjs";

const inDecibels = (factor) => 20 * Math.log10(Math.max(factor, 1e-9));

/** Seconds, peak in dBFS, loudest 0.4 seconds in LUFS, the frequency that half of the power lies below, and how the ends meet. */
export function measure(file) {
  const channels = decoded(file);
  const peak = Math.max(...channels.map((channel) => channel.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)));
  return {
    seconds: channels[0].length / rate,
    peak: inDecibels(peak),
    loudest: 10 * Math.log10(Math.max(...heard(channels))) - 0.691,
    middle: middleFrequency(channels),
    seam: Math.max(...channels.map(seam)),
  };
}

/** How much larger the step from the last sample to the first is than the steps around it: near 1 where a loop is seamless. */
function seam(channel) {
  const reach = Math.round(rate * 0.02);
  const around = [...channel.slice(-reach), ...channel.slice(0, reach)];
  const steps = around.slice(1).map((sample, i) => Math.abs(sample - around[i]));
  return steps[reach - 1] / Math.max(1e-6, Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / steps.length));
}

/** By halving: a filter of one pole is enough to tell dark from bright. */
function middleFrequency(channels) {
  const powerBelow = (hertz) => {
    const share = 1 - Math.exp((-2 * Math.PI * hertz) / rate);
    let power = 0;
    for (const channel of channels) {
      let low = 0;
      for (const sample of channel) power += (low += (sample - low) * share) ** 2;
    }
    return power;
  };
  const all = powerBelow(rate);
  let [low, high] = [20, 16_000];
  while (high / low > 1.02) {
    const hertz = Math.sqrt(low * high);
    if (powerBelow(hertz) < all / 2) low = hertz;
    else high = hertz;
  }
  return low;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log("sound         seconds  peak dBFS  loudest LUFS  middle Hz  seam");
  for (const name of repertoire.keys()) {
    const { seconds, peak, loudest, middle, seam: step } = measure(readFileSync(new URL(`../sounds/${name}.ogg`, import.meta.url)));
    console.log(
      `${name.padEnd(12)} ${seconds.toFixed(2).padStart(8)} ${peak.toFixed(1).padStart(10)} ${loudest.toFixed(1).padStart(13)} ${middle.toFixed(0).padStart(10)} ${step.toFixed(2).padStart(5)}`,
    );
  }
}
