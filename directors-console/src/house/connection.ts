import { decode, encode } from "@msgpack/msgpack";
import { decodeHouseFrame, encodeHouseAck } from "../contracts/contracts";
import { backoffMs } from "../shared/backoff";
import { Store } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { HouseReceiver, type ShownFrame } from "./receiver";

export type HouseStatus = "connecting" | "connected" | "reconnecting" | "doors closed" | "no such performance" | "house full";

const statusOfClose: Record<number, HouseStatus> = { 4403: "doors closed", 4404: "no such performance", 4429: "house full" };
const refusedRetryMs = 2500;
const silenceSeconds = 5;

/** A seat in the house: keeps a world up to date, and comes back by itself for as long as it is wanted. */
export class HouseConnection {
  readonly status = new Store<HouseStatus>("connecting");
  /** The number of the newest frame that was shown. */
  frame = 0;
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private silentSeconds = 0;
  private attempt = 0;
  private wanted = false;

  constructor(
    private readonly url: string,
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

  private connect(): void {
    const socket = this.open(this.url);
    const receiver = new HouseReceiver();
    this.world.expectAnew();
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.addEventListener("message", (message) => {
      if (this.socket === socket) this.receive(receiver, message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket === socket) this.lost(close.code);
    });
    this.listenForSilence();
  }

  private receive(receiver: HouseReceiver, data: unknown): void {
    const shown = this.read(receiver, data);
    if (!shown) return;
    this.frame = shown.number;
    this.attempt = 0;
    this.silentSeconds = 0;
    if (shown.acknowledge) this.socket?.send(encode(encodeHouseAck({ number: shown.number, isSparing: this.isSparing() })));
    this.world.hear(shown.timeMs, shown.poses, shown.scene);
    this.status.set("connected");
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
    const socket = this.socket;
    this.lost(0);
    socket?.close();
  }

  private lost(code: number): void {
    this.socket = null;
    clearTimeout(this.timer);
    clearInterval(this.watch);
    if (!this.wanted) return;
    const refused = statusOfClose[code];
    this.status.set(refused ?? (this.status.get() === "connecting" ? "connecting" : "reconnecting"));
    this.timer = setTimeout(() => this.connect(), refused ? refusedRetryMs : backoffMs(this.attempt++));
  }
}

/** True for a page that nobody sees now, and where data are asked to be saved. */
function saves(): boolean {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  return document.visibilityState === "hidden" || connection?.saveData === true;
}

/** The address of a performance's house, of its voices or its performers' pictures, on the server that this page came from. */
export function houseAddress(performance: string, ticket: string | null, door: "house" | "voices" | "pictures" = "house"): string {
  const query = ticket ? `?access_token=${encodeURIComponent(ticket)}` : "";
  return `${location.origin.replace(/^http/, "ws")}/api/performances/${encodeURIComponent(performance)}/${door}${query}`;
}
