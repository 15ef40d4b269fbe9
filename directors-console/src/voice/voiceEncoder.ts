import { sampleRate } from "./voiceDecoder";

const configuration: AudioEncoderConfig & { opus: { application: string } } = {
  codec: "opus",
  sampleRate,
  numberOfChannels: 1,
  bitrate: 28_000,
  opus: { frameDuration: 20_000, application: "voip" },
};
/** Frames that the encoder may owe: with more it does not keep up, and what it is given then is left out. */
const mostOwed = 10;

export async function canEncode(): Promise<boolean> {
  if (typeof AudioEncoder !== "function") return false;
  return (await AudioEncoder.isConfigSupported(configuration).catch(() => null))?.supported === true;
}

/** Turns 20 ms of sound into an Opus packet each. */
export class VoiceEncoder {
  private encoder: AudioEncoder | null = null;
  private waiting: ((packet: Uint8Array) => void)[] = [];
  private count = 0;

  encode(samples: Float32Array<ArrayBuffer>, done: (packet: Uint8Array) => void): void {
    this.encoder ??= this.open();
    if (this.waiting.length >= mostOwed) return;
    // One frame goes in, one comes out, in order.
    this.waiting.push(done);
    const audio = new AudioData({ format: "f32-planar", sampleRate, numberOfFrames: samples.length, numberOfChannels: 1, timestamp: this.count++ * 20_000, data: samples });
    this.encoder.encode(audio);
    audio.close();
  }

  close(): void {
    if (this.encoder && this.encoder.state !== "closed") this.encoder.close();
    this.encoder = null;
    this.waiting = [];
  }

  private open(): AudioEncoder {
    const encoder = new AudioEncoder({
      output: (chunk) => {
        const packet = new Uint8Array(chunk.byteLength);
        chunk.copyTo(packet);
        this.waiting.shift()?.(packet);
      },
      // The next frame opens a new one.
      error: () => {
        if (this.encoder === encoder) this.close();
      },
    });
    encoder.configure(configuration);
    return encoder;
  }
}
