import { decode, encode } from "@msgpack/msgpack";
import { decodeIStageMessage, encodeIActorMessage, type IActorMessage, type IStageMessage } from "../contracts/contracts";
import type { Ears } from "../door/stageConnection";
import { backoffMs } from "../shared/backoff";
import { Store } from "../shared/store";

const notOfCompany = 4403;
const refusedRetryMs = 2500;

/** The line of somebody who is not on the stage to the talk of their departments. It comes back by itself. */
export class BackstageConnection {
  readonly isConnected = new Store(false);
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private wanted = false;

  constructor(
    private readonly url: string,
    private readonly ears: Ears,
    private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
  ) {}

  start(): void {
    this.wanted = true;
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    this.isConnected.set(false);
    socket?.close();
  }

  send(message: IActorMessage): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(encode(encodeIActorMessage(message)));
    return true;
  }

  private connect(): void {
    const socket = this.open(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.addEventListener("open", () => {
      if (this.socket !== socket) return;
      this.attempt = 0;
      this.isConnected.set(true);
    });
    socket.addEventListener("message", (message) => {
      if (this.socket === socket) this.receive(socket, message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.isConnected.set(false);
      if (this.wanted) this.timer = setTimeout(() => this.connect(), close.code === notOfCompany ? refusedRetryMs : backoffMs(this.attempt++));
    });
  }

  private receive(socket: WebSocket, data: unknown): void {
    let message: IStageMessage;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a message is binary");
      message = decodeIStageMessage(decode(new Uint8Array(data)));
    } catch {
      socket.close();
      return;
    }
    if (message.type === "VoiceHeard") this.ears.heard(message.value);
    else if (message.type === "VoiceRefused") this.ears.refused(message.value.reason);
  }
}

/** The address of a performance's backstage talk. */
export function backstageAddress(performance: string, ticket: string): string {
  return `${location.origin.replace(/^http/, "ws")}/api/performances/${encodeURIComponent(performance)}/backstage?${new URLSearchParams({ access_token: ticket })}`;
}
