import { decode, encode } from "@msgpack/msgpack";
import { decodeIPerformerReply, encodeIPerformerMessage, PlateHealth, type IPerformerMessage, type IPerformerReply, type MattingState, type MattingStepTimes, type PerformerPicture } from "../contracts/contracts";
import { backoffMs } from "../shared/backoff";
import { Store } from "../shared/store";
import { Lately } from "../voice/Lately";
import { FrameCredit } from "./frameCredit";
import { Plate } from "./Plate";

/** refused: the theatre says why, and is asked again. */
export type PerformerStatus = "connecting" | "connected" | "reconnecting" | "refused";

export interface Mirror {
  /** The performer as they were cut out. */
  matte(picture: PerformerPicture): void;
  /** The own voice is not passed on. */
  refused(reason: string): void;
}

const refusedRetryMs = 2500;
/** The theatre lets a page in to tell it why it may not stay: after a refusal, so long without another one is a welcome. */
const welcomeMs = 500;
const refusals = new Set([4403, 4404, 4429]);
/** What the page does wrong: the theatre says what. */
const faults = new Set([1007, 1009]);
/** A word of the theatre's is shown for so long. */
const toldMs = 8000;
/** More than this waits in the browser: the line is behind, and a picture would be old when it comes. */
const mostBuffered = 512 * 1024;
/** So long a line may take nothing and bring nothing. */
const silenceSeconds = 6;

/** A performer's line to the theatre: camera and voice up, the own matte down. It comes back by itself. */
export class PerformerConnection {
  readonly status = new Store<PerformerStatus>("connecting");
  /** Why the theatre does not let the performer in. */
  readonly reason = new Store<string | null>(null);
  readonly state = new Store<MattingState | null>(null);
  readonly steps = new Store<readonly MattingStepTimes[]>([]);
  /** Whether the performer wants to be seen by others. */
  readonly isShowing = new Store(false);
  /** Whether others see an avatar in the stead of the picture. */
  readonly asAvatar = new Store(false);
  readonly plate = new Plate(() => this.send({ type: "PlateStart", value: {} }));
  /** Pictures that went up on this connection. */
  sent = 0;
  private readonly lately = new Lately<string>(toldMs);
  private readonly credit = new FrameCredit();
  private mirror: Mirror | null = null;
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private attempt = 0;
  private silentSeconds = 0;
  private wanted = false;
  private given: Uint8Array | null = null;

  constructor(
    private readonly url: string,
    private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** What the theatre said last, for a while. */
  get told(): Store<string | null> {
    return this.lately.value;
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    clearInterval(this.watch);
    this.plate.stop();
    this.lately.forget();
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  listen(mirror: Mirror | null): void {
    this.mirror = mirror;
  }

  /** Lets others see the performer, or no more. It is said again after a break. */
  show(isShown: boolean): void {
    this.isShowing.set(isShown);
    this.send({ type: "Showing", value: { isShown } });
  }

  /** Appears as an avatar, or as the picture. It is said again after a break. */
  appear(asAvatar: boolean): void {
    this.asAvatar.set(asAvatar);
    this.send({ type: "Appearing", value: { asAvatar } });
  }

  /** Gives a picture of the empty room that was taken before. It is given again after a break. */
  givePlate(image: Uint8Array): boolean {
    this.given = image;
    return this.send({ type: "PlateGiven", value: { image } });
  }

  /** The number of the next picture of the camera; null while none should be sent. */
  nextFrame(): number | null {
    if (this.socket?.readyState !== WebSocket.OPEN || this.status.get() !== "connected") return null;
    return this.socket.bufferedAmount > mostBuffered ? null : this.credit.take(this.nowMs());
  }

  /** Sends a picture of the camera under a number that was given; null says that nothing came of it. */
  frame(number: number, picture: { jpeg: Uint8Array; timeMs: number } | null): void {
    if (picture && this.send({ type: "CameraFrame", value: { number, ...picture } })) this.sent++;
    else this.credit.giveBack(number);
  }

  send(message: IPerformerMessage): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(encode(encodeIPerformerMessage(message)));
    return true;
  }

  private connect(): void {
    const socket = this.open(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.credit.startAnew();
    socket.addEventListener("open", () => {
      if (this.socket !== socket) return;
      if (this.status.get() === "refused") this.timer = setTimeout(() => this.begin(), welcomeMs);
      else this.begin();
    });
    socket.addEventListener("message", (message) => {
      if (this.socket === socket) this.receive(socket, message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket === socket) this.lost(close.code, close.reason);
    });
  }

  private begin(): void {
    this.sent = 0;
    this.reason.set(null);
    this.status.set("connected");
    this.silentSeconds = 0;
    clearInterval(this.watch);
    this.watch = setInterval(() => this.listenForSilence(), 1000);
    if (this.given) this.send({ type: "PlateGiven", value: { image: this.given } });
    // Before others see anything.
    if (this.asAvatar.get()) this.send({ type: "Appearing", value: { asAvatar: true } });
    if (this.isShowing.get()) this.send({ type: "Showing", value: { isShown: true } });
  }

  private receive(socket: WebSocket, data: unknown): void {
    let reply: IPerformerReply;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a message is binary");
      reply = decodeIPerformerReply(decode(new Uint8Array(data)));
    } catch {
      socket.close();
      return;
    }
    this.silentSeconds = 0;
    this.take(reply);
  }

  private take(reply: IPerformerReply): void {
    switch (reply.type) {
      case "OwnMatte":
        // Only who was let in is answered.
        this.attempt = 0;
        this.credit.answered(reply.value.number, this.nowMs());
        this.state.set(reply.value.state);
        if (reply.value.picture) this.cutOut(reply.value.picture, reply.value.state);
        break;
      case "PlateProgress":
        this.plate.progress(reply.value.done);
        break;
      case "PlateJudged":
        // What was taken comes in the place of what was given before.
        if (reply.value.isUsed && this.plate.step.get().name === "taking") this.given = null;
        this.plate.judged(reply.value);
        break;
      case "PerformerTold":
        this.lately.say(reply.value.words);
        break;
      case "VoiceRefused":
        this.mirror?.refused(reply.value.reason);
        break;
      case "MattingReport":
        this.steps.set(reply.value.steps);
        break;
    }
  }

  private cutOut(picture: PerformerPicture, state: MattingState): void {
    // The matting started anew, and knows the room no more. What was given it is given again by the theatre.
    if (state.plate === PlateHealth.None && this.usesTaken) this.plate.lost("The matting started anew, and lost the picture of the room: take it again.");
    this.mirror?.matte(picture);
  }

  /** True while a plate that was taken with this camera is used. */
  private get usesTaken(): boolean {
    const step = this.plate.step.get();
    return step.name === "judged" && step.isUsed && !this.given;
  }

  /** A line that takes nothing and brings nothing is dead, whatever the browser thinks of it. */
  private listenForSilence(): void {
    const { socket } = this;
    if (!socket || socket.bufferedAmount === 0) this.silentSeconds = 0;
    else if (++this.silentSeconds > silenceSeconds) {
      this.lost(1006, "");
      socket.close();
    }
  }

  private lost(code: number, reason: string): void {
    this.socket = null;
    clearInterval(this.watch);
    clearTimeout(this.timer);
    if (!this.wanted) return;
    const isRefused = refusals.has(code);
    if (isRefused || faults.has(code)) this.reason.set(reason || "The theatre does not let this camera in.");
    if (this.plate.step.get().name === "taking" || this.usesTaken) this.plate.lost("The connection was lost, and the picture of the room with it: take it again.");
    this.state.set(null);
    this.status.set(isRefused ? "refused" : this.status.get() === "connecting" ? "connecting" : "reconnecting");
    this.timer = setTimeout(() => this.connect(), isRefused ? refusedRetryMs : backoffMs(this.attempt++));
  }
}

/** The address of a performer's door for a role. */
export function performerAddress(performance: string, role: string, ticket: string): string {
  const query = new URLSearchParams({ role, access_token: ticket });
  return `${location.origin.replace(/^http/, "ws")}/api/performances/${encodeURIComponent(performance)}/performer?${query}`;
}
