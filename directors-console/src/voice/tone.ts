/** The frequency at which an analyser hears most, in hertz; null in silence. */
export function loudestTone(analyser: AnalyserNode): number | null {
  const decibels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(decibels);
  let loudest = 0;
  for (let bin = 1; bin < decibels.length; bin++) if (decibels[bin]! > decibels[loudest]!) loudest = bin;
  return decibels[loudest]! > -80 ? (loudest * analyser.context.sampleRate) / analyser.fftSize : null;
}
