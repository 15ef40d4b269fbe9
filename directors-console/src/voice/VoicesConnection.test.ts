import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { encodeHouseVoices, VoiceChannel, type VoiceHeard } from "../contracts/contracts";
import { VoicesConnection } from "./VoicesConnection";

class Wire extends EventTarget {
  binaryType = "";
  readonly sent: unknown[] = [];
  isClosed = false;
  send(data: Uint8Array) {
    this.sent.push(decode(data));
  }
  close() {
    this.isClosed = true;
  }
  hangUp(code: number) {
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
  say(bytes: Uint8Array) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: bytes.slice().buffer }));
  }
}

const voice = (sequence: number): VoiceHeard => ({ actor: 3, sequence, timeMs: sequence * 20, channel: VoiceChannel.Stage, data: new Uint8Array([0xf8, 1]) });

describe("VoicesConnection", () => {
  let wires: Wire[];
  let heard: VoiceHeard[];
  let voices: VoicesConnection;

  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    heard = [];
    voices = new VoicesConnection(
      "ws://house",
      (one) => heard.push(one),
      () => {
        const wire = new Wire();
        wires.push(wire);
        return wire as unknown as WebSocket;
      },
    );
    voices.start();
  });

  afterEach(() => {
    voices.stop();
    vi.useRealTimers();
  });

  it("hands on every voice of a message and acknowledges it", () => {
    wires[0]!.say(encode(encodeHouseVoices({ number: 9, voices: [voice(1), voice(2)] })));
    expect(heard).toEqual([voice(1), voice(2)]);
    expect(wires[0]!.sent).toEqual([[9, false]]);
  });

  it("knocks again when it is not let in, and when the line breaks", async () => {
    wires[0]!.hangUp(4403);
    await vi.advanceTimersByTimeAsync(2000);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(600);
    expect(wires).toHaveLength(2);
    wires[1]!.hangUp(1006);
    await vi.advanceTimersByTimeAsync(250);
    expect(wires).toHaveLength(3);
  });

  it("starts over when it cannot read what it hears", async () => {
    wires[0]!.say(encode(["noise"]));
    expect(heard).toEqual([]);
    expect(wires[0]!.isClosed).toBe(true);
  });

  it("stays away once nobody wants to hear", async () => {
    voices.stop();
    wires[0]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wires).toHaveLength(1);
  });
});
