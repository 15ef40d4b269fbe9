import { decode, encode } from "@msgpack/msgpack";
import { decodeIPictureMessage, encodeHouseAck, type IPictureMessage } from "../contracts/contracts";
import { backoffMs } from "../shared/backoff";
import type { Pictures } from "./Pictures";

const refusedRetryMs = 2500;
const refusals = new Set([4403, 4404, 4429]);

/** The performers' pictures of a performance, for as long as they are wanted. It comes back by itself. */
export class PicturesConnection {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private wanted = false;

  constructor(
    private readonly url: string,
    private readonly pictures: Pick<Pictures, "add" | "remove" | "clear">,
    private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
  ) {}

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.pictures.clear();
  }

  private connect(): void {
    const socket = this.open(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.addEventListener("open", () => (this.attempt = 0));
    socket.addEventListener("message", (message) => {
      if (this.socket === socket) this.receive(socket, message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket !== socket) return;
      this.socket = null;
      // Who went meanwhile is not told of again: whoever is still here is sent anew at once.
      this.pictures.clear();
      if (this.wanted) this.timer = setTimeout(() => this.connect(), refusals.has(close.code) ? refusedRetryMs : backoffMs(this.attempt++));
    });
  }

  private receive(socket: WebSocket, data: unknown): void {
    let message: IPictureMessage;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a message is binary");
      message = decodeIPictureMessage(decode(new Uint8Array(data)));
    } catch {
      socket.close();
      return;
    }
    socket.send(encode(encodeHouseAck({ number: message.value.number })));
    if (message.type === "HousePicture") this.pictures.add(message.value.role, message.value.picture);
    else this.pictures.remove(message.value.role);
  }
}
