/** Runs on the audio thread: hands on what the microphone gives, in pieces of 20 ms. */

declare const currentTime: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

const samplesAFrame = 960;

class Capture extends AudioWorkletProcessor {
  private samples = new Float32Array(samplesAFrame);
  private count = 0;
  private startedAt = 0;

  process(inputs: Float32Array[][]): boolean {
    const input = inputs[0]?.[0];
    if (!input) return true;
    for (let taken = 0; taken < input.length; ) {
      if (this.count === 0) this.startedAt = currentTime;
      const part = Math.min(input.length - taken, samplesAFrame - this.count);
      this.samples.set(input.subarray(taken, taken + part), this.count);
      this.count += part;
      taken += part;
      if (this.count === samplesAFrame) {
        this.port.postMessage({ samples: this.samples, at: this.startedAt }, [this.samples.buffer]);
        this.samples = new Float32Array(samplesAFrame);
        this.count = 0;
      }
    }
    return true;
  }
}

registerProcessor("capture", Capture);
