import { describe, expect, it } from "vitest";
import type { PerformerPicture } from "../contracts/contracts";
import { PictureTrack, type Shown } from "./pictureTrack";

const picture = (timeMs: number): PerformerPicture => ({ timeMs, width: 4, height: 4, body: { left: 0, top: 0, right: 0, bottom: 0 }, colour: new Uint8Array(), alpha: new Uint8Array(), joints: null });

class Frame implements Shown {
  isClosed = false;
  constructor(readonly timeMs: number) {}
  close() {
    this.isClosed = true;
  }
}

/** A decoder that the test finishes by hand. */
function decoder() {
  const [frames, asked] = [new Map<number, Frame>(), [] as number[]];
  const open = new Map<number, { done(frame: Frame): void; fail(error: Error): void }>();
  const decode = ({ timeMs }: PerformerPicture) =>
    new Promise<Frame>((done, fail) => {
      asked.push(timeMs);
      open.set(timeMs, { done, fail });
    });
  const finish = async (timeMs: number) => {
    const frame = new Frame(timeMs);
    frames.set(timeMs, frame);
    open.get(timeMs)!.done(frame);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const fail = async (timeMs: number) => {
    open.get(timeMs)!.fail(new Error("no picture"));
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { decode, finish, fail, frames, asked };
}

describe("a performer's pictures", () => {
  it("are shown when they are due, the newest, once, and the others are given back", async () => {
    const { decode, finish, frames } = decoder();
    const track = new PictureTrack(decode);
    for (const timeMs of [100, 133, 166]) {
      track.add(picture(timeMs));
      await finish(timeMs);
    }
    expect(track.due(90)).toBeNull();
    expect(track.due(140)).toBe(frames.get(133));
    expect(frames.get(100)!.isClosed).toBe(true);
    expect(frames.get(133)!.isClosed).toBe(false);
    expect(track.due(140)).toBeNull();
    expect(track.due(170)).toBe(frames.get(166));
  });

  it("are left out but the newest while one is decoded", async () => {
    const { decode, finish, asked } = decoder();
    const track = new PictureTrack(decode);
    for (const timeMs of [1, 2, 3, 4]) track.add(picture(timeMs));
    await finish(1);
    await finish(4);
    expect(asked).toEqual([1, 4]);
    expect(track.due(10)?.timeMs).toBe(4);
  });

  it("go on after one that cannot be read", async () => {
    const { decode, finish, fail } = decoder();
    const track = new PictureTrack(decode);
    track.add(picture(1));
    await fail(1);
    track.add(picture(2));
    await finish(2);
    expect(track.due(10)?.timeMs).toBe(2);
  });

  it("are shown at once when the clock jumped back", async () => {
    const { decode, finish } = decoder();
    const track = new PictureTrack(decode);
    track.add(picture(600_000));
    await finish(600_000);
    expect(track.due(1000)?.timeMs).toBe(600_000);
  });

  it("wait in bounded number, and the oldest are given back", async () => {
    const { decode, finish, frames } = decoder();
    const track = new PictureTrack(decode);
    for (let timeMs = 1; timeMs <= 25; timeMs++) {
      track.add(picture(timeMs));
      await finish(timeMs);
      track.due(0);
    }
    expect([...frames.values()].filter((frame) => frame.isClosed).map((frame) => frame.timeMs)).toEqual([1, 2, 3, 4, 5]);
  });

  it("are given back but for the newest while nobody looks", async () => {
    const { decode, finish, frames } = decoder();
    const track = new PictureTrack(decode);
    for (let timeMs = 1; timeMs <= 25; timeMs++) {
      track.add(picture(timeMs));
      await finish(timeMs);
    }
    expect([...frames.values()].filter((frame) => !frame.isClosed).map((frame) => frame.timeMs)).toEqual([25]);
    expect(track.due(30)).toBe(frames.get(25));
  });

  it("that are forgotten are given back, also the one that is being decoded", async () => {
    const { decode, finish, frames } = decoder();
    const track = new PictureTrack(decode);
    track.add(picture(1));
    await finish(1);
    track.add(picture(2));
    track.clear();
    await finish(2);
    expect(frames.get(1)!.isClosed).toBe(true);
    expect(frames.get(2)!.isClosed).toBe(true);
    expect(track.due(10)).toBeNull();
  });

  it("are shown in the order of their times, whichever way each was decoded", () => {
    const track = new PictureTrack<Frame>(() => Promise.reject(new Error("not asked")));
    const frames = [200, 100, 150].map((timeMs) => new Frame(timeMs));
    for (const frame of frames) track.take(frame);
    expect(track.due(160)).toBe(frames[2]);
    expect(frames[1]!.isClosed).toBe(true);
    expect(track.due(210)).toBe(frames[0]);

    const late = new Frame(170);
    track.take(late);
    expect(late.isClosed).toBe(true);
    expect(track.due(210)).toBeNull();
  });
});
