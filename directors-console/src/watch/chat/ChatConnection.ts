import { decodeIChatMessage, encodeIChatRequest, type IChatMessage, type IChatRequest } from "../../contracts/contracts";
import { HouseLine } from "../../house/HouseLine";
import { Store } from "../../shared/store";
import { afterMessage, emptyLog, type ChatLog } from "./ChatLog";

/** The audience's chat, for as long as somebody reads it. */
export class ChatConnection extends HouseLine {
  readonly log: Store<ChatLog>;
  readonly isConnected: Store<boolean>;
  /** What is being written. */
  readonly draft = new Store("");
  /** Why what was asked for last is not done; empty for nothing. */
  readonly refused: Store<string>;
  private posted = "";

  constructor(url: () => string, open: (url: string) => WebSocket = (address) => new WebSocket(address)) {
    const log = new Store(emptyLog);
    const isConnected = new Store(false);
    const take = (wire: unknown) => {
      const message = decodeIChatMessage(wire);
      // Who comes back is told the last lines anew.
      log.set(afterMessage(isConnected.get() ? log.get() : emptyLog, message));
      isConnected.set(true);
      this.answer(message);
      return null;
    };
    super(url, take, () => isConnected.set(false), open);
    this.log = log;
    this.isConnected = isConnected;
    this.refused = new Store("");
  }

  /** Says what is written; it stays in the draft while nobody can hear it. */
  post(name: string): void {
    const text = this.draft.get();
    if (!this.ask({ type: "ChatPost", value: { name, text } })) return;
    this.posted = text;
    this.draft.set("");
  }

  /** Asks for what a moderator may; false while nobody is there to hear it. */
  ask(request: IChatRequest): boolean {
    this.refused.set("");
    return this.send(encodeIChatRequest(request));
  }

  private answer(message: IChatMessage): void {
    if (message.type !== "ChatRefused") return;
    this.refused.set(message.value.reason);
    // What was written is not lost, unless the next is being written.
    if (this.draft.get() === "") this.draft.set(this.posted);
    this.posted = "";
  }
}
