import { decode, encode } from "@msgpack/msgpack";
import { encodeHouseAck } from "../contracts/contracts";
import { backoffMs } from "../shared/backoff";
import { Store } from "../shared/store";

/** The pictures' budget is used up: who knocks again soon only uses up more. */
export const beyondBudget = 4430;
const retryMsOfRefusal: Readonly<Record<number, number>> = { 4403: 2500, 4404: 2500, 4429: 2500, 4432: 2500, [beyondBudget]: 30_000 };

/** A WebSocket of the house beside the one that shows the stage, open for as long as it is wanted. It comes back by itself. */
export class HouseLine {
  /** The close code that the theatre refused this line with; null while it does not. */
  readonly refusal = new Store<number | null>(null);
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private wanted = false;

  /**
   * @param url The address at the moment.
   * @param take Takes a decoded message and gives the number to acknowledge, null for nothing to; what it throws at ends the connection.
   * @param lost Told when the connection is gone.
   */
  constructor(
    private readonly url: () => string,
    private readonly take: (message: unknown) => number | null,
    private readonly lost: () => void,
    private readonly open: (url: string) => WebSocket,
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
    this.lost();
  }

  /** Sends a message that is not encoded yet; false while nobody is there to hear it. */
  protected send(message: unknown): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(encode(message));
    return true;
  }

  /** Leaves and comes back, for its address is another one. */
  protected again(): void {
    this.socket?.close();
  }

  private connect(): void {
    const socket = this.open(this.url());
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.addEventListener("open", () => (this.attempt = 0));
    socket.addEventListener("message", (message) => {
      if (this.socket === socket) this.receive(socket, message.data as unknown);
    });
    socket.addEventListener("close", (close) => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.lost();
      const refusedRetryMs = retryMsOfRefusal[close.code];
      this.refusal.set(refusedRetryMs === undefined ? null : close.code);
      if (this.wanted) this.timer = setTimeout(() => this.connect(), refusedRetryMs ?? backoffMs(this.attempt++));
    });
  }

  private receive(socket: WebSocket, data: unknown): void {
    let number: number | null;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a message is binary");
      number = this.take(decode(new Uint8Array(data)));
    } catch {
      socket.close();
      return;
    }
    this.refusal.set(null);
    if (number !== null) socket.send(encode(encodeHouseAck({ number, isSparing: false })));
  }
}
