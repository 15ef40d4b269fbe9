import { beforeEach, describe, expect, it } from "vitest";
import { Capture } from "./Capture";
import type { CameraPicture } from "./JpegMaker";

describe("the capture of a camera", () => {
  let asked: boolean[];
  let finish: ((picture: CameraPicture | null) => void)[];
  let taken: [number, number | null, number][];
  let lights: number;
  let credit: number;
  let capture: Capture;

  beforeEach(() => {
    [asked, finish, taken, lights, credit] = [[], [], [], 0, 3];
    let number = 0;
    capture = new Capture(
      document.createElement("video"),
      (_, withSmall) => {
        asked.push(withSmall);
        return new Promise((done) => finish.push(done));
      },
      {
        next: () => (credit-- > 0 ? ++number : null),
        take: (one, jpeg, atMs) => taken.push([one, jpeg?.length ?? null, atMs]),
        light: () => lights++,
      },
    );
  });

  const made = (withSmall: boolean): CameraPicture => ({ jpeg: new Uint8Array(5), small: withSmall ? { pixels: new Uint8ClampedArray(4), width: 1, height: 1 } : null });

  /** A picture comes, and is made at once. */
  const shoot = async (atMs: number) => {
    const shot = capture.picture(atMs);
    finish.pop()?.(made(asked.at(-1) ?? false));
    await shot;
  };

  it("takes pictures with their number and time, thirty a second at most", async () => {
    for (const atMs of [0, 16, 33, 49, 66]) await shoot(atMs);
    expect(taken).toEqual([[1, 5, 0], [2, 5, 33], [3, 5, 66]]);
  });

  it("takes none without credit", async () => {
    credit = 0;
    await shoot(0);
    expect([asked, taken]).toEqual([[], []]);
  });

  it("makes one at a time, and says when nothing came of it", async () => {
    const first = capture.picture(0);
    await capture.picture(100);
    expect(asked).toHaveLength(1);
    finish[0]!(null);
    await first;
    expect(taken).toEqual([[1, null, 0]]);
    const second = capture.picture(200);
    finish[1]!(made(true));
    await second;
    expect(taken[1]).toEqual([2, 5, 200]);
  });

  it("looks at the light twice a second", async () => {
    credit = 100;
    for (let atMs = 0; atMs < 1100; atMs += 100) await shoot(atMs);
    expect(lights).toBe(3);
    expect(asked.filter(Boolean)).toHaveLength(3);
  });

  it("takes nothing more once it is stopped, also of what was begun", async () => {
    const first = capture.picture(0);
    capture.stop();
    finish[0]!(made(true));
    await first;
    await shoot(100);
    expect([taken, lights]).toEqual([[], 0]);
  });
});
