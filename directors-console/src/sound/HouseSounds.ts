import type { HouseMood } from "../contracts/contracts";
import type { Store } from "../shared/store";
import { grainsOf, type Grain } from "./houseGrains";
import type { SoundDevice } from "./SoundPlayer";

const turnMs = 200;

/** Lets the house be heard: applause, laughter, gasps and bravos, made of noise and of simple voices. */
export class HouseSounds {
  private timer: ReturnType<typeof setInterval> | undefined;
  private noise: AudioBuffer | null = null;
  private made = 0;

  constructor(
    private readonly device: SoundDevice,
    private readonly mood: Store<HouseMood>,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => this.turn(), turnMs);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** How many sounds were made, for tests. */
  get count(): number {
    return this.made;
  }

  private turn(): void {
    const { context } = this.device;
    if (context.state !== "running") return;
    for (const grain of grainsOf(this.mood.get(), turnMs / 1000)) {
      this.made++;
      this.play(grain, context.currentTime + 0.02 + grain.at);
    }
  }

  private play(grain: Grain, at: number): void {
    const { context, outputs } = this.device;
    const out = new GainNode(context, { gain: 0 });
    out.connect(new StereoPannerNode(context, { pan: grain.pan * 0.7 })).connect(outputs.applause);
    if (grain.kind === "clap") this.breathe(out, at, 0.07, grain.gain, 900 + 1500 * grain.pitch, 900 + 1500 * grain.pitch, 0.002);
    else if (grain.kind === "gasp") this.breathe(out, at, 0.45, grain.gain, 500, 1500 + 700 * grain.pitch, 0.3);
    else if (grain.kind === "laugh") this.speak(out, at, 0.11, grain.gain, 130 + 170 * grain.pitch, 900, 800);
    else this.speak(out, at, 0.6, grain.gain, 110 + 120 * grain.pitch, 900, 450);
  }

  /** Noise through a throat, or between two hands: from one pitch to another, with an attack. */
  private breathe(out: GainNode, at: number, seconds: number, gain: number, from: number, to: number, attack: number): void {
    const { context } = this.device;
    this.noise ??= noiseOf(context);
    const source = new AudioBufferSourceNode(context, { buffer: this.noise });
    const band = new BiquadFilterNode(context, { type: "bandpass", frequency: from, Q: 1.6 });
    band.frequency.setValueAtTime(from, at);
    band.frequency.linearRampToValueAtTime(to, at + seconds);
    source.connect(band).connect(out);
    shape(out, at, seconds, gain * 1.6, attack);
    source.start(at, Math.random(), seconds + 0.05);
  }

  /** A voice on one vowel, or from one to another. */
  private speak(out: GainNode, at: number, seconds: number, gain: number, hertz: number, fromFormant: number, toFormant: number): void {
    const { context } = this.device;
    const source = new OscillatorNode(context, { type: "sawtooth", frequency: hertz });
    source.frequency.setValueAtTime(hertz * 1.1, at);
    source.frequency.linearRampToValueAtTime(hertz * 0.9, at + seconds);
    const formant = new BiquadFilterNode(context, { type: "bandpass", frequency: fromFormant, Q: 2.5 });
    formant.frequency.setValueAtTime(fromFormant, at);
    formant.frequency.linearRampToValueAtTime(toFormant, at + seconds);
    source.connect(formant).connect(out);
    shape(out, at, seconds, gain, Math.min(0.03, seconds / 4));
    source.start(at);
    source.stop(at + seconds + 0.05);
  }
}

function shape(out: GainNode, at: number, seconds: number, gain: number, attack: number): void {
  out.gain.setValueAtTime(0, at);
  out.gain.linearRampToValueAtTime(gain, at + attack);
  out.gain.setTargetAtTime(0, at + attack, (seconds - attack) / 4);
}

function noiseOf(context: BaseAudioContext): AudioBuffer {
  const noise = new AudioBuffer({ length: 2 * context.sampleRate, sampleRate: context.sampleRate });
  const samples = noise.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = 2 * Math.random() - 1;
  return noise;
}
