import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { encodeIPictureMessage, type PerformerPicture, type PerformerVideo } from "../contracts/contracts";
import { beyondBudget } from "../house/HouseLine";
import { PicturesConnection } from "./PicturesConnection";

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

const picture: PerformerPicture = { timeMs: 900, width: 8, height: 6, body: { left: 0.25, top: 0, right: 0.75, bottom: 1 }, colour: new Uint8Array([1]), alpha: new Uint8Array([2]), joints: null };

const video: PerformerVideo = { timeMs: 933, width: 8, height: 6, body: picture.body, unit: 4, isKey: true, data: new Uint8Array([3]) };

describe("PicturesConnection", () => {
  let urls: string[];
  let wires: Wire[];
  let told: unknown[];
  let connection: PicturesConnection;

  const connect = async (canPlay: boolean, url = "ws://house") => {
    const pictures = {
      add: (...all: unknown[]) => told.push(["add", ...all]),
      addVideo: (...all: unknown[]) => told.push(["addVideo", ...all]),
      remove: (role: string) => told.push(["remove", role]),
      clear: () => told.push(["clear"]),
    };
    connection = new PicturesConnection(
      url,
      pictures,
      (address) => {
        const wire = new Wire();
        urls.push(address);
        wires.push(wire);
        return wire as unknown as WebSocket;
      },
      () => Promise.resolve(canPlay),
    );
    connection.start();
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(async () => {
    vi.useFakeTimers();
    urls = [];
    wires = [];
    told = [];
    await connect(false);
  });

  afterEach(() => {
    connection.stop();
    vi.useRealTimers();
  });

  it("hands on each picture and each leaving, and acknowledges them", () => {
    wires[0]!.say(encode(encodeIPictureMessage({ type: "HousePicture", value: { number: 7, role: "ghost", picture } })));
    wires[0]!.say(encode(encodeIPictureMessage({ type: "PerformerGone", value: { number: 8, role: "ghost" } })));
    expect(told).toEqual([["add", "ghost", picture], ["remove", "ghost"]]);
    expect(wires[0]!.sent).toEqual([[7, false], [8, false]]);
  });

  it("asks for video where it can be played, and for pictures where not", async () => {
    await connect(true);
    await connect(true, "ws://house?access_token=a");
    expect(urls).toEqual(["ws://house", "ws://house?video=h264", "ws://house?access_token=a&video=h264"]);
  });

  it("hands on videos, and does without them once one could not be played", async () => {
    await connect(true);
    wires[1]!.say(encode(encodeIPictureMessage({ type: "HouseVideo", value: { number: 9, role: "ghost", video } })));
    expect(told).toEqual([["addVideo", "ghost", video, expect.any(Function)]]);
    expect(wires[1]!.sent).toEqual([[9, false]]);

    (told[0] as [string, string, unknown, () => void])[3]();
    expect(wires[1]!.isClosed).toBe(true);
    wires[1]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(250);
    expect(urls.at(-1)).toBe("ws://house");
  });

  it("is not opened any more when it is stopped before it is known what can be played", async () => {
    const before = wires.length;
    const opening = connect(true);
    connection.stop();
    await opening;
    expect(wires).toHaveLength(before);
  });

  it("comes back when the line breaks, and has forgotten who was here", async () => {
    wires[0]!.hangUp(1006);
    expect(told).toEqual([["clear"]]);
    await vi.advanceTimersByTimeAsync(250);
    expect(wires).toHaveLength(2);
  });

  it("waits longer where it is not let in", async () => {
    wires[0]!.hangUp(4403);
    await vi.advanceTimersByTimeAsync(2000);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(wires).toHaveLength(2);
  });

  it("says that the theatre has no room for pictures, knocks again much later, and takes it back with the first picture", async () => {
    wires[0]!.hangUp(beyondBudget);
    expect(connection.refusal.get()).toBe(beyondBudget);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(wires).toHaveLength(2);
    wires[1]!.say(encode(encodeIPictureMessage({ type: "HousePicture", value: { number: 1, role: "ghost", picture } })));
    expect(connection.refusal.get()).toBeNull();
  });

  it.each([["noise", encode(["noise"])], ["half a message", encode([0, [1, "ghost"]])], ["an unknown message", encode([9, [1]])], ["no MessagePack", new Uint8Array([0xc1])]])("gives a line up that brings %s", (_, bytes) => {
    wires[0]!.say(bytes);
    expect(wires[0]!.isClosed).toBe(true);
    expect(wires[0]!.sent).toEqual([]);
    expect(told).toEqual([]);
  });

  it("stays away once it is stopped", async () => {
    connection.stop();
    wires[0]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wires).toHaveLength(1);
  });
});
