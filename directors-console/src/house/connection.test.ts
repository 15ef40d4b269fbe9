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
    const open = () => {
      const wire = new Wire();
      wires.push(wire);
      return wire as unknown as WebSocket;
    };
    house = new HouseConnection("ws://house", new StageWorld(), open, () => isSparing);
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
    expect(wires[0]!.sent).toEqual([[4, false], [8, false]]);
  });

  it("says with an acknowledgement when half of the frames are enough", () => {
    isSparing = true;
    for (let number = 1; number <= 4; number++) wires[0]!.frame(number);
    expect(wires[0]!.sent).toEqual([[4, true]]);
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
    [4429, "house full"],
  ])("says why it is not let in (%i) and knocks again", async (code, status) => {
    wires[0]!.hangUp(code);
    expect(house.status.get()).toBe(status);
    await vi.advanceTimersByTimeAsync(2500);
    expect(wires).toHaveLength(2);
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
