import { writeFileSync } from "node:fs";

const sampleRate = 48_000;

/** Writes a WAV file: a tone that comes and goes as speech does, so that nothing that cleans voices takes it for noise. */
export function writeTone(path: string, hertz: number, seconds = 8): void {
  const count = sampleRate * seconds;
  const file = Buffer.alloc(44 + count * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + count * 2, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(count * 2, 40);
  for (let sample = 0; sample < count; sample++) {
    const seconds = sample / sampleRate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.5 * seconds));
    file.writeInt16LE(Math.round(Math.sin(2 * Math.PI * hertz * seconds) * syllable * 20_000), 44 + sample * 2);
  }
  writeFileSync(path, file);
}
