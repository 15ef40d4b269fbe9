import { decode, encode } from "@msgpack/msgpack";
import { decodeHouseFrame, decodeQueuePlace, encodeISpectatorMessage, type ISpectatorMessage, type QueuePlace } from "../contracts/contracts";
import { backoffMs } from "../shared/backoff";
import { newSeatKey, seatKey } from "../shared/seatKey";
import { Store } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { HouseReceiver, type ShownFrame } from "./receiver";

export type HouseStatus = "connecting" | "connected" | "reconnecting" | "doors closed" | "no such performance" | "too many from here" | "house full" | "queue full";

const statusOfClose: Record<number, HouseStatus> = {
  4403: "doors closed",
  4404: "no such performance",
  4429: "too many from here",
  4432: "house full",
  4431: "queue full",
};
const displaced = 4409;
const houseFull = 4432;
const refusedRetryMs = 2500;
const silenceSeconds = 5;

/** A seat in the house: keeps a world up to date, and comes back by itself for as long as it is wanted. */
export class HouseConnection {
  readonly status = new Store<HouseStatus>("connecting");
  /** The place in the queue before a full house; null for who does not wait there. */
  readonly place = new Store<QueuePlace | null>(null);
  /** The number of the newest frame that was shown. */
  frame = 0;
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private silentSeconds = 0;
  private attempt = 0;
  private wanted = false;

  /** @param url The address of one of its doors at the moment. */
  constructor(
    private readonly url: (door: "house" | "queue") => string,
    private readonly world: StageWorld,
    private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
    /** Whether half of the frames are enough at this moment. */
    private readonly isSparing: () => boolean = saves,
  ) {}

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    clearInterval(this.watch);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** Says something to the theatre; while there is no seat it is left unsaid. */
  say(message: ISpectatorMessage): void {
    if (this.socket && this.status.get() === "connected") this.socket.send(encode(encodeISpectatorMessage(message)));
  }

  private connect(): void {
    const receiver = new HouseReceiver();
    this.world.expectAnew();
    this.listen(this.url("house"), (data) => this.receive(receiver, data), (code) => this.lost(code));
  }

  /** Waits in the queue until a seat is kept. */
  private wait(): void {
    this.listen(this.url("queue"), (data) => this.takePlace(data), (code) => this.leaveQueue(code));
  }

  private listen(url: string, take: (data: unknown) => void, lost: (code: number) => void): void {
    const socket = this.open(url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.addEventListener("message", (message) => {
      if (this.socket === socket) take(message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket === socket) lost(close.code);
    });
    this.listenForSilence();
  }

  private takePlace(data: unknown): void {
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a place is binary");
      this.place.set(decodeQueuePlace(decode(new Uint8Array(data))));
    } catch {
      this.drop();
      return;
    }
    this.attempt = 0;
    this.silentSeconds = 0;
    this.status.set("house full");
  }

  private leaveQueue(code: number): void {
    this.forget();
    if (!this.wanted) return;
    const refused = statusOfClose[code];
    const isCalled = this.place.get()?.number === 0;
    if (refused) this.status.set(refused);
    // The place is kept for a moment: who comes back to the queue has it still.
    if (refused || isCalled) {
      this.place.set(null);
      this.timer = setTimeout(() => this.connect(), isCalled ? 0 : refusedRetryMs);
    } else this.timer = setTimeout(() => this.wait(), backoffMs(this.attempt++));
  }

  private receive(receiver: HouseReceiver, data: unknown): void {
    const shown = this.read(receiver, data);
    if (!shown) return;
    this.frame = shown.number;
    this.attempt = 0;
    this.silentSeconds = 0;
    this.world.hear(shown.timeMs, shown.poses, shown.scene);
    this.world.house.hear(shown.mood, shown.seats);
    this.status.set("connected");
    if (shown.acknowledge) this.say({ type: "HouseAck", value: { number: shown.number, isSparing: this.isSparing() } });
  }

  private read(receiver: HouseReceiver, data: unknown): ShownFrame | null {
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a frame is binary");
      return receiver.receive(decodeHouseFrame(decode(new Uint8Array(data))));
    } catch {
      // What cannot be read leaves deltas without their base: a new connection starts with a keyframe.
      this.drop();
      return null;
    }
  }

  /** A connection that falls silent is lost, whatever the operating system thinks of it. Seconds are counted, not measured: a page that was busy for long has not yet heard what came meanwhile. */
  private listenForSilence(): void {
    clearInterval(this.watch);
    this.silentSeconds = 0;
    this.watch = setInterval(() => {
      if (++this.silentSeconds > silenceSeconds) this.drop();
    }, 1000);
  }

  private drop(): void {
    const { socket } = this;
    const isWaiting = this.place.get() !== null;
    if (isWaiting) this.leaveQueue(0);
    else this.lost(0);
    socket?.close();
  }

  private forget(): void {
    this.socket = null;
    clearTimeout(this.timer);
    clearInterval(this.watch);
  }

  private lost(code: number): void {
    this.forget();
    if (!this.wanted) return;
    if (code === displaced) newSeatKey();
    const refused = statusOfClose[code];
    this.status.set(refused ?? (this.status.get() === "connecting" ? "connecting" : "reconnecting"));
    if (code === houseFull) this.wait();
    else this.timer = setTimeout(() => this.connect(), refused ? refusedRetryMs : backoffMs(this.attempt++));
  }
}

/** True for a page that nobody sees now, and where data are asked to be saved. */
function saves(): boolean {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  return document.visibilityState === "hidden" || connection?.saveData === true;
}

/** The address of a performance's house, of its queue, its voices, its performers' pictures or its chat, on the server that this page came from. */
export function houseAddress(performance: string, ticket: string | null, door: "house" | "queue" | "voices" | "pictures" | "chat" = "house"): string {
  const query = new URLSearchParams({ ...(ticket ? { access_token: ticket } : {}), seat: seatKey() });
  return `${location.origin.replace(/^http/, "ws")}/api/performances/${encodeURIComponent(performance)}/${door}?${query}`;
}
