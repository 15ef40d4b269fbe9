import type { AudioTime } from "./audioTime";
import { gainAt, soundingAt, type Part } from "./schedule";

/** Long enough that no click is heard, short enough that nothing else is. */
const declickSeconds = 0.012;
const farAwaySeconds = 1e6;

/** A part that sounds: one source with its gain. */
export class Voice {
  isOver = false;
  readonly rate: number;
  private readonly source: AudioBufferSourceNode;
  private readonly gain: GainNode;
  private readonly startedAt: number;
  /** Performance time of the first thing that it plays. */
  private readonly anchorMs: number;

  constructor(
    private readonly context: AudioContext,
    output: AudioNode,
    audio: AudioBuffer,
    public part: Part,
    time: AudioTime,
  ) {
    this.rate = time.rate;
    this.source = new AudioBufferSourceNode(context, { buffer: audio, loop: part.loop, playbackRate: time.rate });
    this.gain = new GainNode(context, { gain: 0 });
    this.source.connect(this.gain).connect(output);
    this.source.addEventListener("ended", () => this.end());
    this.startedAt = Math.max(context.currentTime, time.at(part.fromMs));
    this.anchorMs = Math.max(part.fromMs, time.msAt(this.startedAt));
    this.source.start(this.startedAt, (soundingAt(part, this.anchorMs)?.offsetMs ?? 0) / 1000);
    this.shape(part, time);
  }

  /** Gives it the part's gain, fade and end. */
  shape(part: Part, time: AudioTime): void {
    this.part = part;
    const now = this.context.currentTime;
    const rises = Math.max(now, this.startedAt);
    const stands = rises + declickSeconds;
    const ends = time.at(part.untilMs);
    const param = this.holdGain(now);
    if (rises > now) param.setValueAtTime(0, rises);
    param.linearRampToValueAtTime(gainAt(part, time.msAt(stands)), stands);
    const falls = Math.max(stands, part.fade ? time.at(part.fade.fromMs) : ends - declickSeconds);
    if (Number.isFinite(falls)) {
      param.setValueAtTime(gainAt(part, time.msAt(falls)), falls);
      // A fade that a pause or the file's end cuts off is not finished: it falls the rest at once.
      const whole = part.fade ? Math.max(falls, time.at(part.fade.toMs)) : falls + declickSeconds;
      if (ends < whole - declickSeconds) {
        param.linearRampToValueAtTime(gainAt(part, time.msAt(Math.max(falls, ends))), Math.max(falls, ends));
        param.linearRampToValueAtTime(0, Math.max(falls, ends) + declickSeconds);
      } else {
        param.linearRampToValueAtTime(0, whole);
      }
    }
    // A stop that was set once cannot be taken back, only moved.
    this.source.stop((Number.isFinite(ends) ? Math.max(ends, now) : now + farAwaySeconds) + 2 * declickSeconds);
  }

  /** How many seconds what is heard is early or late. */
  driftAt(time: AudioTime): number {
    return Math.abs(time.at(this.anchorMs) - this.startedAt);
  }

  stop(): void {
    const now = this.context.currentTime;
    this.holdGain(now).linearRampToValueAtTime(0, now + declickSeconds);
    this.source.stop(now + 2 * declickSeconds);
  }

  private holdGain(now: number): AudioParam {
    const param = this.gain.gain;
    const { value } = param;
    param.cancelScheduledValues(0);
    return param.setValueAtTime(value, now);
  }

  private end(): void {
    this.isOver = true;
    this.source.disconnect();
    this.gain.disconnect();
  }
}
