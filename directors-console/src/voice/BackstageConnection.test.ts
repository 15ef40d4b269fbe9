import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { encodeIStageMessage, VoiceChannel, type IStageMessage } from "../contracts/contracts";
import { BackstageConnection } from "./BackstageConnection";

class Wire extends EventTarget {
  binaryType = "";
  readyState: number = WebSocket.CONNECTING;
  readonly sent: unknown[] = [];
  isClosed = false;
  send(data: Uint8Array) {
    this.sent.push(decode(data));
  }
  close() {
    this.isClosed = true;
  }
  answer() {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }
  hangUp(code: number) {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
  say(bytes: Uint8Array) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: bytes.slice().buffer }));
  }
  tell(message: IStageMessage) {
    this.say(encode(encodeIStageMessage(message)));
  }
}

const frame = { sequence: 1, timeMs: 0, channel: VoiceChannel.Lights, data: new Uint8Array([0xf8]) };

describe("BackstageConnection", () => {
  const ears = { heard: vi.fn<(voice: unknown) => void>(), refused: vi.fn<(reason: string) => void>() };
  let wires: Wire[];
  let line: BackstageConnection;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.resetAllMocks();
    wires = [];
    line = new BackstageConnection("ws://backstage", ears, () => {
      const wire = new Wire();
      wires.push(wire);
      return wire as unknown as WebSocket;
    });
    line.start();
  });

  afterEach(() => {
    line.stop();
    vi.useRealTimers();
  });

  it("sends once it is connected, and hands on what it hears", () => {
    expect(line.send({ type: "VoiceFrame", value: frame })).toBe(false);
    wires[0]!.answer();
    expect(line.isConnected.get()).toBe(true);
    expect(line.send({ type: "VoiceFrame", value: frame })).toBe(true);
    expect(wires[0]!.sent).toHaveLength(1);
    wires[0]!.tell({ type: "VoiceHeard", value: { ...frame, actor: 60_001 } });
    wires[0]!.tell({ type: "VoiceRefused", value: { reason: "you are muted" } });
    expect(ears.heard).toHaveBeenCalledWith({ ...frame, actor: 60_001 });
    expect(ears.refused).toHaveBeenCalledWith("you are muted");
  });

  it("comes back by itself, and slowly where it is not let in", async () => {
    wires[0]!.answer();
    wires[0]!.hangUp(1006);
    expect(line.isConnected.get()).toBe(false);
    await vi.advanceTimersByTimeAsync(250);
    expect(wires).toHaveLength(2);
    wires[1]!.hangUp(4403);
    await vi.advanceTimersByTimeAsync(2000);
    expect(wires).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(600);
    expect(wires).toHaveLength(3);
  });

  it("hangs up on what it cannot read, and stays away once it is stopped", async () => {
    wires[0]!.say(encode(["noise"]));
    expect(wires[0]!.isClosed).toBe(true);
    line.stop();
    wires[0]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wires).toHaveLength(1);
  });
});
