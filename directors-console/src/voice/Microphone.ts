import { judgeError } from "../company/ready";
import { Store } from "../shared/store";
import workletAddress from "./captureWorklet.ts?worker&url";
import { sampleRate } from "./voiceDecoder";

export type MicrophoneState = "off" | "asking" | "on" | "refused";

export interface Heard {
  samples: Float32Array<ArrayBuffer>;
  /** Counts pieces of 20 ms from when the microphone was first opened. */
  sequence: number;
  /** How long ago the first sample was recorded, in milliseconds. */
  agoMs: number;
}

/** The microphone, cleaned of echo and noise, as mono frames of 20 ms, from when it is asked for until it is given back. */
export class Microphone {
  readonly state = new Store<MicrophoneState>("off");
  /** Why it was not given. */
  readonly reason = new Store<string | null>(null);
  /** How loud it is just now, from 0 to 1. */
  level = 0;
  private context: AudioContext | null = null;
  private stream: MediaStream | null = null;
  private sequence = 0;
  private attempt = 0;

  constructor(private readonly take: (heard: Heard) => void) {}

  async open(): Promise<void> {
    if (this.state.get() === "on" || this.state.get() === "asking") return;
    const attempt = ++this.attempt;
    this.state.set("asking");
    this.reason.set(null);
    try {
      if (navigator.mediaDevices === undefined) throw new Error("this page may not ask: it came without HTTPS");
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } });
      // It was closed while the person was asked.
      if (attempt !== this.attempt) return stopAll(stream);
      this.stream = stream;
      await this.listen(stream);
      if (attempt === this.attempt) this.state.set("on");
    } catch (error) {
      if (attempt !== this.attempt) return;
      this.release();
      this.reason.set(error instanceof DOMException ? judgeError(error.name).word : error instanceof Error ? error.message : "it cannot be opened");
      this.state.set("refused");
    }
  }

  close(): void {
    this.attempt++;
    this.release();
    this.state.set("off");
  }

  private async listen(stream: MediaStream): Promise<void> {
    // Whatever rate and channels the device has, the graph gives what a voice needs.
    const context = new AudioContext({ sampleRate, latencyHint: "interactive" });
    this.context = context;
    await context.audioWorklet.addModule(workletAddress);
    if (this.context !== context) return;
    const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    capture.port.addEventListener("message", (message: MessageEvent<{ samples: Float32Array<ArrayBuffer>; at: number }>) => {
      if (this.context !== context) return;
      const { samples, at } = message.data;
      this.level = loudest(samples);
      this.take({ samples, sequence: this.sequence++, agoMs: Math.max(0, context.currentTime - at) * 1000 });
    });
    capture.port.start();
    context.createMediaStreamSource(stream).connect(capture);
    stream.getAudioTracks()[0]?.addEventListener("ended", () => this.close());
    await context.resume();
  }

  private release(): void {
    stopAll(this.stream);
    void this.context?.close();
    this.context = this.stream = null;
    this.level = 0;
  }
}

function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

const loudest = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
