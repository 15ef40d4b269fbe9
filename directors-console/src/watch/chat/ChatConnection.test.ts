import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChatMode, encodeIChatMessage, type IChatMessage } from "../../contracts/contracts";
import { ChatConnection } from "./ChatConnection";

class Wire extends EventTarget {
  binaryType = "";
  readyState = 1;
  readonly sent: unknown[] = [];
  isClosed = false;
  send(data: Uint8Array) {
    this.sent.push(decode(data));
  }
  close() {
    this.isClosed = true;
  }
  hangUp(code: number) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
  tell(message: IChatMessage) {
    this.say(encode(encodeIChatMessage(message)));
  }
  say(bytes: Uint8Array) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: bytes.slice().buffer }));
  }
}

const line = (number: number): IChatMessage => ({ type: "ChatLine", value: { number, chatter: 7, name: "Ann", atMs: 1_800_000_000_000, text: `line ${number}`, isOfCompany: false } });
const open: IChatMessage = { type: "ChatOpen", value: { isOpen: true, mode: ChatMode.Automatic } };

describe("ChatConnection", () => {
  let wires: Wire[];
  let chat: ChatConnection;
  const numbers = () => chat.log.get().lines.map(({ number }) => number);

  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    chat = new ChatConnection(
      () => "ws://house",
      () => {
        const wire = new Wire();
        wires.push(wire);
        return wire as unknown as WebSocket;
      },
    );
    chat.start();
    wires[0]!.tell(open);
  });

  afterEach(() => {
    chat.stop();
    vi.useRealTimers();
  });

  it("keeps the last hundred lines, and acknowledges none", () => {
    for (let number = 1; number <= 102; number++) wires[0]!.tell(line(number));
    expect(numbers()).toEqual(Array.from({ length: 100 }, (_, at) => at + 3));
    expect(chat.log.get().state).toEqual({ isOpen: true, mode: ChatMode.Automatic });
    expect(wires[0]!.sent).toEqual([]);
  });

  it("takes away what a moderator removes and clears, and knows who is muted", () => {
    for (const number of [1, 2, 3]) wires[0]!.tell(line(number));
    wires[0]!.tell({ type: "ChatRemoved", value: { number: 2 } });
    expect(numbers()).toEqual([1, 3]);
    wires[0]!.tell({ type: "ChatMuted", value: { chatter: 7, isMuted: true } });
    expect([...chat.log.get().muted]).toEqual([7]);
    wires[0]!.tell({ type: "ChatMuted", value: { chatter: 7, isMuted: false } });
    expect([...chat.log.get().muted]).toEqual([]);
    wires[0]!.tell({ type: "ChatCleared", value: {} });
    expect(numbers()).toEqual([]);
  });

  it("reads the last lines anew when it is back", async () => {
    wires[0]!.tell(line(1));
    wires[0]!.hangUp(4421);
    expect([chat.isConnected.get(), numbers()]).toEqual([false, [1]]);
    await vi.advanceTimersByTimeAsync(2000);
    wires[1]!.tell(open);
    wires[1]!.tell(line(1));
    wires[1]!.tell(line(2));
    expect([chat.isConnected.get(), numbers()]).toEqual([true, [1, 2]]);
  });

  it("gives back what was written when it is refused", () => {
    chat.draft.set("boo");
    chat.post("Ann");
    expect(wires[0]!.sent).toEqual([[0, ["Ann", "boo"]]]);
    expect(chat.draft.get()).toBe("");
    wires[0]!.tell({ type: "ChatRefused", value: { reason: "a moderator has muted you" } });
    expect([chat.draft.get(), chat.refused.get()]).toEqual(["boo", "a moderator has muted you"]);
    chat.draft.set("sorry");
    chat.post("Ann");
    expect([chat.draft.get(), chat.refused.get()]).toEqual(["", ""]);
  });

  it("keeps what is written while nobody hears it", () => {
    wires[0]!.hangUp(1006);
    chat.draft.set("hello?");
    chat.post("Ann");
    expect([wires[0]!.sent, chat.draft.get()]).toEqual([[], "hello?"]);
  });

  it("ends a connection that says what it does not understand", () => {
    wires[0]!.say(encode([99, []]));
    expect(wires[0]!.isClosed).toBe(true);
  });
});
