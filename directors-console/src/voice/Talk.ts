import { VoiceChannel, type IActorMessage } from "../contracts/contracts";
import { Store } from "../shared/store";
import { Lately } from "./Lately";
import { Microphone, type Heard } from "./Microphone";
import { canEncode, VoiceEncoder } from "./voiceEncoder";

/** Held: only while a key or a button is; open: all the time. */
export type TalkMode = "held" | "open";

/** A refusal comes once a second: without one for so long, what is said is heard again. */
const refusedMs = 2500;

/** The own voice: from the microphone to the theatre. */
export class Talk {
  readonly mode = new Store<TalkMode>("held");
  readonly channel = new Store<VoiceChannel>(VoiceChannel.Stage);
  readonly isHeld = new Store(false);
  /** Null until it is known whether this browser can send a voice at all. */
  readonly canSend = new Store<boolean | null>(null);
  readonly microphone = new Microphone((heard) => this.take(heard));
  /** Frames that were sent. */
  sent = 0;
  private readonly encoder = new VoiceEncoder();
  private readonly refusals = new Lately<string>(refusedMs);

  constructor(
    private readonly send: (message: IActorMessage) => boolean,
    /** Performance time now, and how fast it runs. */
    private readonly time: () => { nowMs: number; rate: number },
  ) {}

  /** Why the theatre does not pass on what is said now. */
  get refusal(): Store<string | null> {
    return this.refusals.value;
  }

  get isTalking(): boolean {
    return this.microphone.state.get() === "on" && (this.mode.get() === "open" || this.isHeld.get());
  }

  async start(): Promise<void> {
    this.canSend.set(await canEncode());
    if (this.canSend.get()) await this.microphone.open();
  }

  stop(): void {
    this.isHeld.set(false);
    this.refusals.forget();
    this.microphone.close();
    this.encoder.close();
  }

  /** The theatre said that it does not pass the voice on. It says so again each second while that is so. */
  refused(reason: string): void {
    this.refusals.say(reason);
  }

  private take({ samples, sequence, agoMs }: Heard): void {
    if (!this.isTalking) return;
    const { nowMs, rate } = this.time();
    const timeMs = Math.round(nowMs - agoMs * rate);
    const channel = this.channel.get();
    this.encoder.encode(samples, (data) => {
      if (this.send({ type: "VoiceFrame", value: { sequence, timeMs, channel, data } })) this.sent++;
    });
  }
}
