import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeIPerformerMessage, encodeIPerformerReply, PlateHealth, type IPerformerMessage, type IPerformerReply, type PerformerPicture } from "../contracts/contracts";
import { PerformerConnection } from "./PerformerConnection";

class Wire extends EventTarget {
  binaryType = "";
  readyState = 0;
  bufferedAmount = 0;
  readonly sent: IPerformerMessage[] = [];
  isClosed = false;
  send(data: Uint8Array) {
    this.sent.push(decodeIPerformerMessage(decode(data)));
  }
  close() {
    this.isClosed = true;
    this.readyState = 3;
  }
  letIn() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  hangUp(code: number, reason = "") {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason }));
  }
  reply(reply: IPerformerReply) {
    this.bytes(encode(encodeIPerformerReply(reply)));
  }
  bytes(bytes: Uint8Array) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: bytes.slice().buffer }));
  }
}

const state = { plate: PlateHealth.Good, fps: 30, latencyMs: 40, scale: 1, words: "" };
const picture: PerformerPicture = { timeMs: 900, width: 8, height: 6, body: { left: 0.25, top: 0, right: 0.75, bottom: 1 }, colour: new Uint8Array([1]), alpha: new Uint8Array([2]), joints: null };
const matte = (number: number, of: PerformerPicture | null = null): IPerformerReply => ({ type: "OwnMatte", value: { number, picture: of, state } });
const jpeg = new Uint8Array([255, 216]);

describe("PerformerConnection", () => {
  let wires: Wire[];
  let nowMs: number;
  let line: PerformerConnection;
  const wire = () => wires.at(-1)!;
  const push = () => {
    const number = line.nextFrame();
    if (number !== null) line.frame(number, { jpeg, timeMs: 100 + number });
    return number;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    nowMs = 0;
    line = new PerformerConnection(
      "ws://theatre",
      () => {
        wires.push(new Wire());
        return wire() as unknown as WebSocket;
      },
      () => nowMs,
    );
    line.start();
  });

  afterEach(() => {
    line.stop();
    vi.useRealTimers();
  });

  it("sends nothing before it is let in, then three pictures, then one for each answer", () => {
    expect(push()).toBeNull();
    wire().letIn();
    expect([push(), push(), push(), push()]).toEqual([1, 2, 3, null]);
    expect(wire().sent).toEqual([1, 2, 3].map((number) => ({ type: "CameraFrame", value: { number, timeMs: 100 + number, jpeg } })));
    wire().reply(matte(1));
    expect([push(), push()]).toEqual([4, null]);
    expect(line.sent).toBe(4);
  });

  it("gives credit back when nothing is answered, and for a picture of which nothing came", () => {
    wire().letIn();
    for (let times = 0; times < 3; times++) push();
    nowMs = 2000;
    expect(line.nextFrame()).toBe(4);
    line.frame(4, null);
    expect([push(), push(), push(), push()]).toEqual([5, 6, 7, null]);
  });

  it("leaves pictures out while the line is behind", () => {
    wire().letIn();
    wire().bufferedAmount = 1 << 20;
    expect(push()).toBeNull();
  });

  it("shows the own matte and how it goes", () => {
    const seen: PerformerPicture[] = [];
    line.listen({ matte: (one) => seen.push(one), refused: () => undefined });
    wire().letIn();
    wire().reply(matte(1));
    wire().reply(matte(2, picture));
    wire().reply({ type: "MattingReport", value: { steps: [{ name: "mask", medianMs: 3, p95Ms: 5 }] } });
    expect(seen).toEqual([picture]);
    expect(line.state.get()).toEqual(state);
    expect(line.steps.get()).toEqual([{ name: "mask", medianMs: 3, p95Ms: 5 }]);
  });

  it("takes the plate by the theatre's word", () => {
    wire().letIn();
    line.plate.take(0);
    expect(wire().sent).toEqual([{ type: "PlateStart", value: {} }]);
    wire().reply({ type: "PlateProgress", value: { done: 0.5 } });
    expect(line.plate.step.get()).toEqual({ name: "taking", done: 0.5 });
    wire().reply({ type: "PlateJudged", value: { isUsed: false, words: "somebody is in it" } });
    expect(line.plate.step.get()).toEqual({ name: "judged", isUsed: false, words: "somebody is in it" });
  });

  it("says again after a break that the performer shows themselves, and asks for a new plate", async () => {
    wire().letIn();
    line.show(true);
    line.plate.take(0);
    wire().reply({ type: "PlateJudged", value: { isUsed: true, words: "good" } });
    wire().hangUp(1006);
    expect(line.status.get()).toBe("reconnecting");
    expect(line.plate.step.get()).toMatchObject({ name: "idle", words: expect.stringContaining("take it again") });
    await vi.advanceTimersByTimeAsync(250);
    wire().letIn();
    expect(wire().sent).toEqual([{ type: "Showing", value: { isShown: true } }]);
    expect(push()).toBe(1);
  });

  it("says after a break that the performer appears as an avatar, before others see anything", async () => {
    wire().letIn();
    line.appear(true);
    line.show(true);
    wire().hangUp(1006);
    await vi.advanceTimersByTimeAsync(250);
    wire().letIn();
    expect(wire().sent).toEqual([
      { type: "Appearing", value: { asAvatar: true } },
      { type: "Showing", value: { isShown: true } },
    ]);
  });

  it("asks for a new plate when the matting knows it no more", () => {
    wire().letIn();
    line.plate.take(0);
    wire().reply({ type: "PlateJudged", value: { isUsed: true, words: "good" } });
    wire().reply({ type: "OwnMatte", value: { number: 1, picture: null, state: { ...state, plate: PlateHealth.None } } });
    wire().reply({ type: "OwnMatte", value: { number: 2, picture, state } });
    expect(line.plate.step.get().name).toBe("judged");
    wire().reply({ type: "OwnMatte", value: { number: 3, picture, state: { ...state, plate: PlateHealth.None } } });
    expect(line.plate.step.get()).toMatchObject({ name: "idle", words: expect.stringContaining("take it again") });
  });

  it("gives no plate again in the place of which one was taken", async () => {
    wire().letIn();
    line.givePlate(jpeg);
    wire().reply({ type: "PlateJudged", value: { isUsed: true, words: "good" } });
    line.plate.take(0);
    wire().reply({ type: "PlateJudged", value: { isUsed: true, words: "better" } });
    wire().hangUp(1006);
    await vi.advanceTimersByTimeAsync(250);
    wire().letIn();
    expect(wire().sent).toEqual([]);
  });

  it("gives a plate that was given once more after a break, and shows nobody who does not want it", async () => {
    wire().letIn();
    line.show(true);
    line.show(false);
    line.givePlate(jpeg);
    wire().hangUp(1006);
    await vi.advanceTimersByTimeAsync(250);
    wire().letIn();
    expect(wire().sent).toEqual([{ type: "PlateGiven", value: { image: jpeg } }]);
  });

  it.each([
    [4403, "you are not cast as Ghost"],
    [4429, "a camera is connected for this role already"],
  ])("says why it is not let in (%i) and knocks again", async (code, reason) => {
    wire().letIn();
    wire().hangUp(code, reason);
    expect([line.status.get(), line.reason.get()]).toEqual(["refused", reason]);
    await vi.advanceTimersByTimeAsync(2400);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    wire().letIn();
    expect([line.status.get(), push()]).toEqual(["refused", null]);
    wire().hangUp(code, reason);
    await vi.advanceTimersByTimeAsync(2500);
    wire().letIn();
    await vi.advanceTimersByTimeAsync(500);
    expect([line.status.get(), line.reason.get(), push()]).toEqual(["connected", null, 1]);
  });

  it("says what its pictures do wrong", () => {
    wire().letIn();
    wire().hangUp(1009, "choose a smaller size");
    expect([line.status.get(), line.reason.get()]).toEqual(["reconnecting", "choose a smaller size"]);
  });

  it("shows a word of the theatre's for a while, and hands on why the voice is not passed on", async () => {
    const reasons: string[] = [];
    line.listen({ matte: () => undefined, refused: (reason) => reasons.push(reason) });
    wire().letIn();
    wire().reply({ type: "PerformerTold", value: { words: "the matting starts anew" } });
    wire().reply({ type: "VoiceRefused", value: { reason: "you are muted" } });
    expect(line.told.get()).toBe("the matting starts anew");
    expect(reasons).toEqual(["you are muted"]);
    await vi.advanceTimersByTimeAsync(8000);
    expect(line.told.get()).toBeNull();
  });

  it("gives a line up that takes nothing and brings nothing", async () => {
    wire().letIn();
    wire().bufferedAmount = 1000;
    await vi.advanceTimersByTimeAsync(7000);
    expect(wires[0]!.isClosed).toBe(true);
    expect(line.status.get()).toBe("reconnecting");
  });

  it("keeps a line on which nothing has to be said", async () => {
    wire().letIn();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wires).toHaveLength(1);
    expect(line.status.get()).toBe("connected");
  });

  it.each([["noise", encode("noise")], ["half a message", encode([2, [1]])], ["an unknown reply", encode([99, [1]])], ["no MessagePack", new Uint8Array([0xc1])]])("starts over when it is told %s", (_, bytes) => {
    wire().letIn();
    wire().bytes(bytes);
    expect(wires[0]!.isClosed).toBe(true);
  });

  it("stays away once it is stopped", async () => {
    wire().letIn();
    line.stop();
    wires[0]!.hangUp(1000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wires).toHaveLength(1);
  });
});
