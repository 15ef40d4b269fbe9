import { decode, encode } from "@msgpack/msgpack";
import { decodeIStageMessage, encodeIActorMessage, type ActorInput, type BlockingCall, type IActorMessage, type IStageMessage, type Prompt, type VoiceHeard, type StageSnapshot } from "../contracts/contracts";
import type { ActorPose } from "../contracts/snapshot";
import { backoffMs } from "../shared/backoff";
import { Store } from "../shared/store";
import type { StageWorld } from "../stage/world";
import type { OwnActor } from "./ownActor";
import { StageReceiver } from "./stageReceiver";

export type StageStatus = "connecting" | "on stage" | "reconnecting" | "dismissed";

/** Who is told of voices. */
export interface Ears {
  heard(voice: VoiceHeard): void;
  refused(reason: string): void;
}

const refusedRetryMs = 2500;
/** The stage speaks many times a second: after so much silence the line is dead, whatever the browser thinks of it. */
const silenceMs = 4000;
/** Closing without a code, or with 1000, says goodbye to the stage; this says that the actor comes back. */
const brokenLine = 4000;
/** So many pings at first, one after the other's answer: then the time is known well. */
const firstPings = 16;

/** An actor's line to the stage, for as long as they are in: comes back by itself, unless the stage lets them go. */
export class StageConnection {
  readonly status = new Store<StageStatus>("connecting");
  /** Why the stage does not let the actor in, or let them go. */
  readonly reason = new Store<string | null>(null);
  readonly blocking = new Store<BlockingCall | null>(null);
  readonly calls = new Store<readonly string[]>([]);
  /** What the prompter sent last. */
  readonly prompt = new Store<Prompt | null>(null);
  readonly roundTripMs = new Store<number | null>(null);
  readonly actor = new Store<number | null>(null);
  private ears: Ears | null = null;
  private socket: WebSocket | null = null;
  private receiver = new StageReceiver();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private sequence = 1;
  private attempt = 0;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;
  private pingsToGo = 0;
  private own: OwnActor | null = null;

  constructor(
    private readonly url: string,
    private readonly world: StageWorld,
    private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
  ) {}

  start(): void {
    this.wanted = true;
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** Hands on each voice that comes, and why the own one is not passed on. */
  listen(ears: Ears | null): void {
    this.ears = ears;
  }

  /** Has the own actor moved here at once, and put right by what comes. */
  lead(own: OwnActor | null): void {
    this.own = own;
  }

  /** Sends what the actor does; false when there is nobody to send it to. */
  send(message: IActorMessage): boolean {
    if (this.status.get() !== "on stage" || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(encode(encodeIActorMessage(message)));
    return true;
  }

  /** Sends an input, or without one only which snapshot came last, so that deltas stay small. */
  move(input: ActorInput | null): void {
    const value = { firstSequence: input ? this.sequence : 0, inputs: input ? [input] : [], ackedTick: this.receiver.newestTick, ackedBits: this.receiver.receivedBits };
    if (this.send({ type: "ActorInputs", value }) && input) {
      this.own?.move(this.sequence, input);
      this.sequence++;
    }
  }

  ping(): void {
    this.send({ type: "ClockPing", value: { sentMs: Math.round(performance.now()) } });
  }

  private connect(): void {
    const socket = this.open(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.receiver = new StageReceiver();
    this.sequence = 1;
    this.own?.startAnew();
    this.world.expectAnew();
    this.watch(socket);
    socket.addEventListener("message", (message) => {
      if (this.socket !== socket) return;
      this.watch(socket);
      this.receive(message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket === socket) this.lost(close.code, close.reason);
    });
  }

  /** Gives a line up on which nothing comes: a browser may take minutes to see that the network is gone. */
  private watch(socket: WebSocket): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      if (this.socket !== socket) return;
      socket.close(brokenLine);
      this.lost(1006, "");
    }, silenceMs);
  }

  private receive(data: unknown): void {
    let message: IStageMessage;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a message is binary");
      message = decodeIStageMessage(decode(new Uint8Array(data)));
      if (message.type === "StageSnapshot") {
        const poses = this.receiver.receive(message.value);
        if (poses) this.hear(message.value, poses);
        return;
      }
    } catch {
      this.socket?.close(brokenLine);
      return;
    }
    this.take(message);
  }

  private hear(snapshot: StageSnapshot, poses: readonly ActorPose[]): void {
    this.world.hear(snapshot.timeMs, poses, null, false);
    const pose = poses.find((one) => one.actor === this.actor.get());
    if (pose) this.own?.correct(pose, snapshot.lastInput);
  }

  private take(message: IStageMessage): void {
    switch (message.type) {
      case "StageWelcome":
        this.attempt = 0;
        this.world.hear(message.value.timeMs, null, message.value.scene);
        this.actor.set(message.value.actor);
        this.reason.set(null);
        this.status.set("on stage");
        this.pingsToGo = firstPings;
        this.ping();
        break;
      case "HouseMood":
        this.world.house.hear(message.value, null);
        break;
      case "HouseSeats":
        this.world.house.hear(null, message.value.taken);
        break;
      case "SceneChanged":
        this.world.scene.set(message.value.scene);
        break;
      case "BlockingCall":
        this.blocking.set(message.value);
        break;
      case "ActorCall":
      case "StageWarning":
        this.calls.set([message.value.text, ...this.calls.get()].slice(0, 5));
        break;
      case "Prompt":
        this.prompt.set(message.value);
        break;
      case "VoiceHeard":
        this.ears?.heard(message.value);
        break;
      case "VoiceRefused":
        this.ears?.refused(message.value.reason);
        break;
      case "ClockPong":
        this.world.clock.answered(message.value.sentMs, message.value.timeMs);
        this.roundTripMs.set(Math.max(0, Math.round(performance.now() - message.value.sentMs)));
        if (--this.pingsToGo > 0) this.ping();
        break;
      case "Dismissal":
        this.reason.set(message.value.reason);
        this.status.set("dismissed");
        this.stop();
        break;
    }
  }

  private lost(code: number, reason: string): void {
    this.socket = null;
    clearTimeout(this.silence);
    if (!this.wanted) return;
    const refused = code === 4403;
    if (refused) this.reason.set(reason || "The stage does not let you in.");
    this.status.set(this.status.get() === "connecting" ? "connecting" : "reconnecting");
    this.retry = setTimeout(() => this.connect(), refused ? refusedRetryMs : backoffMs(this.attempt++));
  }
}

/** The address of a performance's stage for an actor in a role. */
export function stageAddress(performance: string, role: string, ticket: string): string {
  const query = new URLSearchParams({ role, access_token: ticket });
  return `${location.origin.replace(/^http/, "ws")}/api/performances/${encodeURIComponent(performance)}/stage?${query}`;
}
