import { decode, encode } from "@msgpack/msgpack";
import { decodeHouseVoices, encodeHouseAck, type HouseVoices, type VoiceHeard } from "../contracts/contracts";
import { backoffMs } from "../shared/backoff";

const refusedRetryMs = 2500;
const refusals = new Set([4403, 4404, 4429]);

/** The voices of a performance's stage for the house, for as long as they are wanted. It comes back by itself. */
export class VoicesConnection {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private wanted = false;

  constructor(
    private readonly url: string,
    private readonly hear: (voice: VoiceHeard) => void,
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
      if (this.wanted) this.timer = setTimeout(() => this.connect(), refusals.has(close.code) ? refusedRetryMs : backoffMs(this.attempt++));
    });
  }

  private receive(socket: WebSocket, data: unknown): void {
    let voices: HouseVoices;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError("a message is binary");
      voices = decodeHouseVoices(decode(new Uint8Array(data)));
    } catch {
      socket.close();
      return;
    }
    socket.send(encode(encodeHouseAck({ number: voices.number })));
    for (const voice of voices.voices) this.hear(voice);
  }
}
