import type { SoundInfo, StagePlan } from "../contracts/contracts";
import { fetchFile } from "../shared/fetchFile";
import { Store } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { audioTime, type AudioTime } from "./audioTime";
import { isSameStretch, partOf, soundingAt, type Part } from "./schedule";
import { SoundBank } from "./soundBank";
import { Voice } from "./voice";

/** Off until somebody asks for sound; waiting while the browser wants a press first; failed where there is no audio. */
export type SoundState = "off" | "waiting" | "on" | "failed";

/** What is heard apart from the other, as loud as the person wishes. */
export type SoundKind = "sounds" | "voices" | "applause";

/** What plays, and where each kind goes. */
export interface SoundDevice {
  context: AudioContext;
  outputs: Record<SoundKind, AudioNode>;
}

export const soundKinds: readonly SoundKind[] = ["sounds", "voices", "applause"];

const turnMs = 100;
/** Sounds are given to the device this far ahead of their stamp. */
const aheadMs = 1500;
/** The estimate of performance time wanders a little; only what can be heard is put right. */
const mostDriftSeconds = 0.08;
/** Faster than this nothing of a sound is to be understood. */
const mostRate = 4;

/** Plays the sounds of a stage's scene, each at its stamp. */
export class SoundPlayer {
  readonly state = new Store<SoundState>("off");
  /** What voices are played on besides; null while it is off. */
  readonly device = new Store<SoundDevice | null>(null);
  private context: AudioContext | null = null;
  private output: { gain: GainNode; analyser: AnalyserNode; kinds: Record<SoundKind, GainNode> } | null = null;
  private bank: SoundBank<AudioBuffer> | null = null;
  private readonly voices = new Map<number, Voice>();
  private plan: StagePlan | null = null;
  private level = 1;
  private levels: Record<SoundKind, number> = { sounds: 1, voices: 1, applause: 1 };
  private timer: ReturnType<typeof setInterval> | undefined;
  private leaveScene: (() => void) | null = null;

  constructor(private readonly world: StageWorld) {}

  setPlan(plan: StagePlan | null): void {
    this.plan = plan;
    this.turn();
  }

  /** From 0 (silent) to 1. */
  setLevel(level: number): void {
    this.level = level;
    if (this.context && this.output) this.output.gain.gain.setTargetAtTime(level, this.context.currentTime, 0.02);
  }

  /** How loud each kind is among the others, from 0 (silent) to 1. */
  setLevels(levels: Record<SoundKind, number>): void {
    this.levels = levels;
    if (!this.context || !this.output) return;
    for (const kind of soundKinds) this.output.kinds[kind].gain.setTargetAtTime(levels[kind], this.context.currentTime, 0.02);
  }

  /** Begins to play. Browsers let it sound only after a press on the page: until then it waits. */
  async start(): Promise<void> {
    if (!this.context && !this.open()) return;
    const context = this.context!;
    this.leaveScene ??= this.world.scene.subscribe(() => this.turn());
    this.timer ??= setInterval(() => this.turn(), turnMs);
    this.state.set(context.state === "running" ? "on" : "waiting");
    await context.resume().catch(() => undefined);
  }

  /** Ends it for good: the device is given back. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.leaveScene?.();
    this.leaveScene = null;
    this.voices.clear();
    void this.context?.close();
    this.context = this.output = this.bank = null;
    this.device.set(null);
    this.state.set("off");
  }

  /** What sounds now, for tests and curious people: rms is measured on what goes to the loudspeakers. */
  facts() {
    const time = this.time();
    const samples = new Float32Array(2048);
    this.output?.analyser.getFloatTimeDomainData(samples);
    return {
      state: this.state.get(),
      level: this.level,
      levels: this.levels,
      rms: Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length),
      ready: this.bank?.held ?? { count: 0, bytes: 0 },
      playing: time === null ? [] : [...this.voices.values()].flatMap((voice) => factsOf(voice, time)),
    };
  }

  private open(): boolean {
    try {
      const context = new AudioContext({ latencyHint: "interactive" });
      const gain = new GainNode(context, { gain: this.level });
      const analyser = new AnalyserNode(context, { fftSize: 2048 });
      gain.connect(analyser).connect(context.destination);
      const kindOf = (kind: SoundKind) => {
        const node = new GainNode(context, { gain: this.levels[kind] });
        node.connect(gain);
        return node;
      };
      const kinds = { sounds: kindOf("sounds"), voices: kindOf("voices"), applause: kindOf("applause") };
      context.addEventListener("statechange", () => {
        if (this.context === context) this.state.set(context.state === "running" ? "on" : "waiting");
      });
      this.context = context;
      this.output = { gain, analyser, kinds };
      this.device.set({ context, outputs: kinds });
      this.bank = new SoundBank((hash) => fetchFile("sound", hash), (file) => context.decodeAudioData(file), () => this.turn());
      return true;
    } catch {
      this.state.set("failed");
      return false;
    }
  }

  /** How performance time goes with the device's; null while either is unknown. */
  time(): AudioTime | null {
    const { context, world } = this;
    const rate = world.scene.get()?.rate ?? 1;
    if (!context || !world.clock.isSet) return null;
    return audioTime(context.currentTime, context.outputLatency || context.baseLatency || 0, world.clock.nowMs(), rate);
  }

  private turn(): void {
    const time = this.time();
    const scene = this.world.scene.get();
    if (!time || !scene || !this.bank || !this.plan) return;
    const infoOf = new Map(this.plan.sounds.map((sound) => [sound.id, sound]));
    this.fetch([...scene.sounds.map((sound) => sound.sound), ...scene.preload], infoOf);
    if (this.context?.state !== "running") return;
    const due = time.rate > mostRate ? [] : this.due(time, infoOf);
    for (const [id, voice] of this.voices) {
      if (!voice.isOver && due.some((part) => part.id === id)) continue;
      if (!voice.isOver) voice.stop();
      this.voices.delete(id);
    }
    for (const part of due) this.sound(part, time);
  }

  private due(time: AudioTime, infoOf: ReadonlyMap<string, SoundInfo>): Part[] {
    return (this.world.scene.get()?.sounds ?? []).flatMap((start) => {
      const info = infoOf.get(start.sound);
      const audio = info?.hash ? this.bank?.get(info.hash) : null;
      const part = info && audio ? partOf(start, info, audio.duration * 1000) : null;
      return part && time.nowMs < part.untilMs && time.nowMs > part.fromMs - aheadMs * time.rate ? [part] : [];
    });
  }

  private sound(part: Part, time: AudioTime): void {
    const voice = this.voices.get(part.id);
    if (voice && isSameStretch(voice.part, part) && voice.rate === time.rate && voice.driftAt(time) < mostDriftSeconds) {
      if (!isSameShape(voice.part, part)) voice.shape(part, time);
      return;
    }
    voice?.stop();
    const audio = this.bank?.get(part.hash);
    if (audio && this.context && this.output) this.voices.set(part.id, new Voice(this.context, this.output.kinds.sounds, audio, part, time));
  }

  private fetch(needed: readonly string[], infoOf: ReadonlyMap<string, SoundInfo>): void {
    const hashes = (ids: Iterable<string>) => [...new Set([...ids].flatMap((id) => infoOf.get(id)?.hash ?? []))];
    this.bank?.want(hashes(needed), hashes(infoOf.keys()));
  }
}

const isSameShape = (one: Part, other: Part): boolean =>
  one.untilMs === other.untilMs && one.gain === other.gain && one.fade?.fromMs === other.fade?.fromMs && one.fade?.toMs === other.fade?.toMs;

function factsOf(voice: Voice, time: AudioTime) {
  const sounding = voice.isOver ? null : soundingAt(voice.part, time.nowMs);
  return sounding ? [{ id: voice.part.id, sound: voice.part.sound, ...sounding, driftMs: Math.round(voice.driftAt(time) * 1000) }] : [];
}
