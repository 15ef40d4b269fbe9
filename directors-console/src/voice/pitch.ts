/** How often a piece of sound swings, in hertz, by where it rises through zero; null when it does not. */
export function pitchOf(samples: Float32Array, sampleRate: number): number | null {
  let [first, last, count] = [0, 0, 0];
  for (let index = 1; index < samples.length; index++) {
    const [before, after] = [samples[index - 1]!, samples[index]!];
    if (before >= 0 || after < 0) continue;
    last = index - after / (after - before);
    if (count++ === 0) first = last;
  }
  return count > 1 ? ((count - 1) * sampleRate) / (last - first) : null;
}

export const rmsOf = (samples: Float32Array): number => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
