/** Turns Opus frames of one speaker into samples, in order. */
export interface VoiceDecoder {
  decode(data: Uint8Array, done: (samples: Float32Array<ArrayBuffer>) => void): void;
  close(): void;
}

export const sampleRate = 48_000;
const configuration = { codec: "opus", sampleRate, numberOfChannels: 1 } as const;

/** The browser's own decoder; where it has none for Opus, one of WebAssembly, which is fetched then. */
export async function openDecoder(): Promise<VoiceDecoder> {
  const isOwn = typeof AudioDecoder === "function" && (await AudioDecoder.isConfigSupported(configuration).catch(() => null))?.supported === true;
  return isOwn ? new BrowserDecoder() : WasmDecoder.open();
}

class BrowserDecoder implements VoiceDecoder {
  private decoder: AudioDecoder | null = null;
  private waiting: ((samples: Float32Array<ArrayBuffer>) => void)[] = [];
  private count = 0;

  decode(data: Uint8Array, done: (samples: Float32Array<ArrayBuffer>) => void): void {
    this.decoder ??= this.open();
    // One frame goes in, one comes out, in order: timestamps of gaps are the browser's own affair.
    this.waiting.push(done);
    this.decoder.decode(new EncodedAudioChunk({ type: "key", timestamp: this.count++ * 20_000, duration: 20_000, data }));
  }

  close(): void {
    if (this.decoder?.state !== "closed") this.decoder?.close();
    this.decoder = null;
    this.waiting = [];
  }

  private open(): AudioDecoder {
    const decoder = new AudioDecoder({
      output: (audio) => {
        const samples = new Float32Array(audio.numberOfFrames);
        audio.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
        audio.close();
        this.waiting.shift()?.(samples);
      },
      // What cannot be decoded is silence; the next frame opens a new decoder.
      error: () => {
        if (this.decoder === decoder) this.close();
      },
    });
    decoder.configure(configuration);
    return decoder;
  }
}

class WasmDecoder implements VoiceDecoder {
  private constructor(private readonly decoder: import("opus-decoder").OpusDecoder<typeof sampleRate>) {}

  static async open(): Promise<WasmDecoder> {
    const { OpusDecoder } = await import("opus-decoder");
    const decoder = new OpusDecoder({ channels: 1, sampleRate });
    await decoder.ready;
    return new WasmDecoder(decoder);
  }

  decode(data: Uint8Array, done: (samples: Float32Array<ArrayBuffer>) => void): void {
    const { channelData } = this.decoder.decodeFrame(data);
    if (channelData[0] && channelData[0].length > 0) done(new Float32Array(channelData[0]));
  }

  close(): void {
    this.decoder.free();
  }
}
