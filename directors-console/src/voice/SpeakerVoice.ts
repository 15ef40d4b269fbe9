import type { VoiceHeard } from "../contracts/contracts";
import type { Offset } from "./bearing";
import { frameSeconds, VoiceTimeline } from "./timeline";
import { openDecoder, sampleRate, type VoiceDecoder } from "./voiceDecoder";

/** Frames that wait for a decoder to be fetched. */
const mostWaiting = 50;

/** One speaker: decoder, plan and place. */
export class SpeakerVoice {
  /** The device's time of the newest frame. */
  lastAt = 0;
  private readonly timeline = new VoiceTimeline();
  private readonly panner: PannerNode | null;
  private decoder: VoiceDecoder | null = null;
  private waiting: (() => void)[] = [];
  private isClosed = false;

  constructor(
    private readonly context: AudioContext,
    private readonly output: AudioNode,
    isSpatial: boolean,
    private readonly note: (samples: Float32Array) => void,
  ) {
    this.panner = isSpatial ? new PannerNode(context, { panningModel: "HRTF", distanceModel: "inverse", refDistance: 3, rolloffFactor: 0.6, positionZ: -1 }) : null;
    this.panner?.connect(output);
    void openDecoder()
      .then((decoder) => {
        if (this.isClosed) return decoder.close();
        this.decoder = decoder;
        for (const decode of this.waiting.splice(0)) decode();
      })
      // Without any decoder the page stays silent, and says nothing wrong.
      .catch(() => this.close());
  }

  /** Plays a frame at its time; false when it is too late, or was played. */
  play(voice: VoiceHeard, dueAt: number): boolean {
    this.lastAt = this.context.currentTime;
    const at = this.timeline.place(voice.sequence, dueAt, this.context.currentTime);
    if (at === null || this.isClosed) return false;
    const decode = () => this.decoder?.decode(voice.data, (samples) => this.sound(samples, at));
    if (this.decoder) decode();
    else if (this.waiting.length < mostWaiting) this.waiting.push(decode);
    return true;
  }

  /** Where the speaker is heard from, as Web Audio has it. */
  place({ x, y, z }: Offset): void {
    if (!this.panner) return;
    const soon = this.context.currentTime + 0.05;
    this.panner.positionX.linearRampToValueAtTime(x, soon);
    this.panner.positionY.linearRampToValueAtTime(y, soon);
    this.panner.positionZ.linearRampToValueAtTime(z, soon);
  }

  close(): void {
    this.isClosed = true;
    this.decoder?.close();
    this.decoder = null;
    this.waiting = [];
    this.panner?.disconnect();
  }

  private sound(samples: Float32Array<ArrayBuffer>, at: number): void {
    this.note(samples);
    const lateBy = Math.max(0, this.context.currentTime - at);
    if (this.isClosed || lateBy >= frameSeconds || samples.length === 0) return;
    const buffer = new AudioBuffer({ length: samples.length, numberOfChannels: 1, sampleRate });
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(this.context, { buffer });
    source.connect(this.panner ?? this.output);
    source.addEventListener("ended", () => source.disconnect());
    source.start(at + lateBy, lateBy);
  }
}
