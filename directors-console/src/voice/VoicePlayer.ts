import { VoiceChannel, type VoiceHeard } from "../contracts/contracts";
import type { SoundDevice, SoundPlayer } from "../sound/SoundPlayer";
import type { StageWorld } from "../stage/world";
import { heardFrom, upstage, type Offset } from "./bearing";
import { SpeakerVoice } from "./SpeakerVoice";
import { pitchOf, rmsOf } from "./pitch";
import { sampleRate } from "./voiceDecoder";
import { VoiceDelay } from "./voiceDelay";

/** Faster than this nobody is to be understood. */
const mostRate = 4;
/** Quieter than this no pitch is looked for. */
const leastRms = 0.02;
const mostSpeakers = 24;
const silentSeconds = 20;
/** Backstage talk goes with no picture: it is played as soon as it runs smoothly. */
const backstageSeconds = 0.08;

/** Plays voices, those of the stage in time with its picture. It sounds where the stage's sounds do, as loud as they. */
export class VoicePlayer {
  private readonly speakers = new Map<number, SpeakerVoice>();
  private readonly delay = new VoiceDelay();
  private bus: { device: SoundDevice; gain: GainNode; analyser: AnalyserNode } | null = null;
  private heard = 0;
  private late = 0;
  private delayMs = 0;
  private decoded = 0;
  private hertz: number | null = null;
  private readonly bearings = new Map<number, Offset>();
  private readonly byChannel = new Map<VoiceChannel, number>();

  constructor(
    private readonly world: StageWorld | null,
    private readonly sound: SoundPlayer,
    /** The listener's own actor, who hears others from where they stand; null for somebody in the house. */
    private readonly self: () => number | null = () => null,
    /** Where the listener looks, in radians: 0 to the audience, π/2 to stage left. */
    private readonly heading: () => number = () => upstage,
  ) {}

  hear(voice: VoiceHeard): void {
    const bus = this.open();
    if (!bus || bus.device.context.state !== "running") return;
    this.byChannel.set(voice.channel, (this.byChannel.get(voice.channel) ?? 0) + 1);
    const dueAt = this.dueAt(voice, bus.device.context);
    const played = dueAt !== null && this.speakerOf(voice, bus).play(voice, dueAt);
    if (played) this.heard++;
    else this.late++;
  }

  stop(): void {
    for (const speaker of this.speakers.values()) speaker.close();
    this.speakers.clear();
    this.bearings.clear();
    this.bus?.gain.disconnect();
    this.bus = null;
  }

  /** What is heard of voices now, for tests and curious people. */
  facts() {
    const samples = new Float32Array(2048);
    this.bus?.analyser.getFloatTimeDomainData(samples);
    return {
      heard: this.heard,
      late: this.late,
      delayMs: Math.round(this.delayMs),
      decoded: this.decoded,
      hertz: this.hertz,
      speakers: [...this.speakers.keys()],
      bearings: Object.fromEntries(this.bearings),
      channels: Object.fromEntries(this.byChannel),
      rms: rmsOf(samples),
    };
  }

  /** When the device is to play a frame; null when nobody could understand it. */
  private dueAt(voice: VoiceHeard, context: AudioContext): number | null {
    if (voice.channel !== VoiceChannel.Stage) return context.currentTime + backstageSeconds;
    const time = this.sound.time();
    if (!this.world || !time || time.rate > mostRate) return null;
    const { clock } = this.world;
    const pictureMs = (clock.nowMs() - clock.shownMs()) / time.rate;
    // What leaves the device now is heard when its latency is over: the age that counts is the one that it has then.
    const delayMs = this.delay.heard((time.nowMs - voice.timeMs) / time.rate, pictureMs);
    this.delayMs = delayMs;
    return time.at(voice.timeMs + delayMs * time.rate);
  }

  private speakerOf(voice: VoiceHeard, bus: NonNullable<typeof this.bus>): SpeakerVoice {
    const known = this.speakers.get(voice.actor);
    if (known) {
      this.place(known, voice);
      return known;
    }
    this.forgetSilent(bus.device.context.currentTime);
    const speaker = new SpeakerVoice(bus.device.context, bus.gain, this.self() !== null && voice.channel === VoiceChannel.Stage, (samples) => this.note(samples));
    this.speakers.set(voice.actor, speaker);
    this.place(speaker, voice);
    return speaker;
  }

  private note(samples: Float32Array): void {
    this.decoded++;
    if (rmsOf(samples) > leastRms) this.hertz = pitchOf(samples, sampleRate);
  }

  /** Others are heard from where they stand, as the picture shows it: from the audience's side, or ahead of the own eyes. */
  private place(speaker: SpeakerVoice, voice: VoiceHeard): void {
    const self = this.self();
    if (!this.world || self === null || voice.sequence % 4 !== 0) return;
    const poses = this.world.poses.at(this.world.clock.shownMs());
    const [own, other] = [self, voice.actor].map((actor) => poses.find((pose) => pose.actor === actor));
    if (!own || !other) return;
    const from = heardFrom({ x: other.x - own.x, y: other.y - own.y, z: other.z - own.z }, this.heading());
    speaker.place(from);
    this.bearings.set(voice.actor, from);
  }

  private forgetSilent(now: number): void {
    for (const [actor, speaker] of this.speakers) {
      if (now - speaker.lastAt < silentSeconds && this.speakers.size < mostSpeakers) continue;
      speaker.close();
      this.speakers.delete(actor);
      this.bearings.delete(actor);
    }
  }

  private open() {
    const device = this.sound.device.get();
    if (this.bus?.device !== device) this.stop();
    if (!device) return null;
    if (!this.bus) {
      const gain = new GainNode(device.context);
      const analyser = new AnalyserNode(device.context, { fftSize: 2048 });
      gain.connect(analyser).connect(device.outputs.voices);
      this.bus = { device, gain, analyser };
    }
    return this.bus;
  }
}
