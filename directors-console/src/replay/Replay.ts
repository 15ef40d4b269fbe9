import type { RecordingContents, RecordingStretch, StageScene, VoiceHeard } from "../contracts/contracts";
import { backoffMs, pause } from "../shared/backoff";
import { Store } from "../shared/store";
import { quiet } from "../stage/houseSide";
import { StageWorld } from "../stage/world";
import { RecordedHouse } from "./RecordedHouse";
import { ReplayClock } from "./ReplayClock";

export type ReplayStatus = "loading" | "playing" | "paused" | "ended" | "failed";

/** Where voices are heard. */
export interface Ear {
  hear(voice: VoiceHeard): void;
  /** Nothing of what was told is to be heard any more. */
  stop(): void;
}

export const speeds = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

const turnMs = 50;
/** So much of real time lies ready. */
const aheadMs = 12_000;

/** Plays a recording: what the house was sent goes the same ways as it did there, at the time that the viewer chooses. */
export class Replay {
  readonly clock: ReplayClock;
  readonly world: StageWorld;
  readonly status = new Store<ReplayStatus>("loading");
  readonly speed = new Store<number>(1);
  private readonly house: RecordedHouse;
  private wantsToPlay = false;
  private nextMs: number | null = null;
  private fetching: AbortController | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private seekMs = 0;
  private ear: Ear | null = null;

  /** @param fetchStretch Fetches what was sent from a performance time on, from the keyframe before it. */
  constructor(
    readonly contents: RecordingContents,
    private readonly fetchStretch: (fromMs: number, signal: AbortSignal) => Promise<RecordingStretch>,
    machineMs: () => number = () => performance.now(),
  ) {
    this.clock = new ReplayClock(machineMs);
    this.world = new StageWorld(this.clock);
    this.house = new RecordedHouse(this.world, (scene) => this.adapted(scene));
  }

  get timeMs(): number {
    return Math.min(this.contents.untilMs, Math.max(this.contents.fromMs, this.clock.nowMs()));
  }

  /** Voices go to this ear, as long as they run at their own speed. */
  listen(ear: Ear | null): void {
    this.ear = ear;
  }

  /** Shows the recording from a performance time on, and waits to be played. */
  start(timeMs = this.contents.fromMs): void {
    this.timer ??= setInterval(() => this.turn(), turnMs);
    this.seek(timeMs);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.fetching?.abort();
    this.world.pictures.clear();
  }

  play(): void {
    this.wantsToPlay = true;
    if (this.status.get() === "ended") this.seek(this.contents.fromMs);
    else if (this.status.get() === "paused") this.run("playing");
  }

  pause(): void {
    this.wantsToPlay = false;
    if (this.status.get() === "playing") this.run("paused");
  }

  setSpeed(speed: number): void {
    this.speed.set(speed);
    this.ear?.stop();
    this.run(this.status.get());
  }

  /** Goes to a performance time; one outside of the recording is taken for its beginning or end. */
  seek(timeMs: number): void {
    this.seekMs = Math.min(this.contents.untilMs, Math.max(this.contents.fromMs, timeMs));
    this.fetching?.abort();
    this.fetching = null;
    this.nextMs = this.seekMs;
    this.house.clear();
    this.ear?.stop();
    this.clock.set(this.seekMs, 0);
    this.run("loading");
    this.fetch();
  }

  /** Feeds what is due and has what comes next fetched; by a timer. */
  turn(): void {
    const status = this.status.get();
    if (status === "loading" || status === "failed") return;
    const nowMs = this.clock.nowMs();
    this.feed(nowMs, status === "playing");
    if (status !== "playing") return;
    const newestMs = this.house.newestMs;
    if (this.nextMs !== null && (newestMs ?? nowMs) - nowMs < aheadMs * this.paceOf()) this.fetch();
    if (newestMs !== null) return;
    if (this.nextMs === null && nowMs >= this.contents.untilMs) {
      this.clock.set(this.contents.untilMs, 0);
      this.wantsToPlay = false;
      this.run("ended");
    } else if (this.nextMs !== null && nowMs >= this.nextMs) {
      // What is due has not come yet: time waits for it.
      this.seekMs = nowMs;
      this.run("loading");
    }
  }

  private fetch(): void {
    if (this.fetching || this.nextMs === null) return;
    const fetching = new AbortController();
    this.fetching = fetching;
    void this.take(this.nextMs, fetching);
  }

  private async take(fromMs: number, fetching: AbortController): Promise<void> {
    for (let attempt = 0; !fetching.signal.aborted; attempt++) {
      try {
        const stretch = await this.fetchStretch(fromMs, fetching.signal);
        if (fetching.signal.aborted) return;
        this.fetching = null;
        this.house.add(stretch.pieces);
        this.nextMs = stretch.nextMs;
        if (this.status.get() === "loading") this.arrive();
        return;
      } catch (error) {
        if (fetching.signal.aborted) return;
        if (error instanceof Error && error.name === "RefusedError") {
          this.run("failed");
          return;
        }
        await pause(backoffMs(attempt), fetching.signal);
      }
    }
  }

  /** What was sought is here: everything up to it is shown at once. */
  private arrive(): void {
    this.feed(this.seekMs, false);
    this.run(this.wantsToPlay ? "playing" : "paused");
  }

  private feed(nowMs: number, isPlaying: boolean): void {
    const ear = isPlaying && this.speed.get() === 1 ? this.ear : null;
    this.house.feed(nowMs, ear && ((voice) => ear.hear(voice)), isPlaying);
  }

  private run(status: ReplayStatus): void {
    this.clock.run(status === "playing" ? this.paceOf() : 0);
    if (status !== "playing") {
      this.ear?.stop();
      this.world.house.hear(quiet, null);
    }
    this.status.set(status);
    this.house.readapt();
  }

  private paceOf(): number {
    return Math.max(0.01, this.contents.rate) * this.speed.get();
  }

  /** Sounds run as fast as the recording does, and not while it stands. */
  private adapted(scene: StageScene): StageScene {
    const isPlaying = this.status.get() === "playing";
    return { ...scene, rate: this.paceOf(), sounds: isPlaying ? scene.sounds : [] };
  }
}
