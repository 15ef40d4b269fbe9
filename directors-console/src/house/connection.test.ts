import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import snapshots from "../../../tests/golden/snapshots.json";
import { StageWorld } from "../stage/world";
import { HouseConnection } from "./connection";

/** The server's end of a socket. */
class Wire extends EventTarget {
  binaryType = "";
  readonly sent: unknown[] = [];
  isClosed = false;
  constructor(readonly url: string) {
    super();
  }
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
  frame(number: number) {
    const data = snapshots.find((vector) => vector.base === null)!.data;
    this.say(encode([number, number, number * 50, 0, Uint8Array.from(data.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)), null]));
  }
}

describe("HouseConnection", () => {
  let wires: Wire[];
  let house: HouseConnection;
  let isSparing: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    isSparing = false;
    const open = (url: string) => {
      const wire = new Wire(url);
      wires.push(wire);
      return wire as unknown as WebSocket;
    };
    house = new HouseConnection((door) => `ws://${door}`, new StageWorld(), open, () => isSparing);
    house.start();
  });

  afterEach(() => {
    house.stop();
    vi.useRealTimers();
  });

  it("is connected from the first frame on and acknowledges every fourth", () => {
    for (let number = 1; number <= 9; number++) wires[0]!.frame(number);
    expect(house.status.get()).toBe("connected");
    expect(house.frame).toBe(9);
    expect(wires[0]!.sent).toEqual([[0, [4, false]], [0, [8, false]]]);
  });

  it("says with an acknowledgement when half of the frames are enough", () => {
    isSparing = true;
    for (let number = 1; number <= 4; number++) wires[0]!.frame(number);
    expect(wires[0]!.sent).toEqual([[0, [4, true]]]);
  });

  it("comes back by itself when the connection is lost, at once and then ever slower", async () => {
    wires[0]!.frame(1);
    wires[0]!.hangUp(1006);
    expect(house.status.get()).toBe("reconnecting");
    await vi.advanceTimersByTimeAsync(250);
    expect(wires).toHaveLength(2);
    wires[1]!.hangUp(1006);
    await vi.advanceTimersByTimeAsync(300);
    expect(wires).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(wires).toHaveLength(3);
    wires[2]!.frame(1);
    expect(house.status.get()).toBe("connected");
  });

  it.each([
    [4403, "doors closed"],
    [4404, "no such performance"],
    [4429, "too many from here"],
  ])("says why it is not let in (%i) and knocks again", async (code, status) => {
    wires[0]!.hangUp(code);
    expect(house.status.get()).toBe(status);
    await vi.advanceTimersByTimeAsync(2500);
    expect(wires).toHaveLength(2);
  });

  it("waits in the queue of a full house, is told its place, and comes in when it is called", async () => {
    wires[0]!.hangUp(4432);
    expect(house.status.get()).toBe("house full");
    expect(wires[1]!.url).toBe("ws://queue");
    wires[1]!.say(encode([3, 7]));
    expect(house.place.get()).toEqual({ number: 3, waiting: 7 });
    wires[1]!.say(encode([0, 4]));
    wires[1]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(0);
    expect(wires[2]!.url).toBe("ws://house");
    expect(house.place.get()).toBeNull();
    wires[2]!.frame(1);
    expect(house.status.get()).toBe("connected");
  });

  it("goes back to the queue when it lost it, for its place is kept there", async () => {
    wires[0]!.hangUp(4432);
    wires[1]!.say(encode([3, 7]));
    wires[1]!.hangUp(1006);
    await vi.advanceTimersByTimeAsync(250);
    expect(wires[2]!.url).toBe("ws://queue");
    wires[2]!.say(encode(["noise"]));
    expect(wires[2]!.isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(wires[3]!.url).toBe("ws://queue");
  });

  it.each([
    [4403, "doors closed"],
    [4431, "queue full"],
  ])("is told why it does not wait any more (%i), and knocks at the house again", async (code, status) => {
    wires[0]!.hangUp(4432);
    wires[1]!.hangUp(code);
    expect(house.status.get()).toBe(status);
    await vi.advanceTimersByTimeAsync(2500);
    expect(wires[2]!.url).toBe("ws://house");
  });

  it("reacts while it has a seat, and says nothing before", () => {
    house.say({ type: "HouseReaction", value: { kind: 3 } });
    wires[0]!.frame(1);
    house.say({ type: "HouseReaction", value: { kind: 3 } });
    expect(wires[0]!.sent).toEqual([[1, [3]]]);
  });

  it("takes a connection that falls silent for lost", async () => {
    wires[0]!.frame(1);
    await vi.advanceTimersByTimeAsync(6500);
    expect(wires[0]!.isClosed).toBe(true);
    expect(wires.length).toBeGreaterThan(1);
  });

  it("starts over when it cannot read what it hears", async () => {
    wires[0]!.frame(1);
    wires[0]!.say(encode(["noise"]));
    expect(wires[0]!.isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(250);
    expect(wires).toHaveLength(2);
  });

  it("stays away once it is stopped", async () => {
    house.stop();
    wires[0]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wires).toHaveLength(1);
  });
});
