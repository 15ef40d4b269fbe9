import { describe, expect, it } from "vitest";
import type { PerformerPicture, PerformerVideo } from "../contracts/contracts";
import type { DecodedPicture } from "./decodePicture";
import { Pictures } from "./Pictures";
import type { VideoStream } from "./VideoStream";

const body = { left: 0, top: 0, right: 1, bottom: 1 };
const picture = (timeMs: number): PerformerPicture => ({ timeMs, width: 4, height: 4, body, colour: new Uint8Array([1]), alpha: new Uint8Array([1]), joints: null });
const video = (timeMs: number): PerformerVideo => ({ timeMs, width: 4, height: 4, body, unit: 1, isKey: true, data: new Uint8Array() });

function decoded(timeMs: number, isVideo: boolean): DecodedPicture {
  const images = [{}, {}] as unknown as ImageBitmap[];
  return { timeMs, width: 4, height: 4, body, colour: { image: images[0]!, top: 0 }, alpha: { image: images[isVideo ? 0 : 1]!, top: 0 }, close: () => {} };
}

describe("a stage's pictures", () => {
  it("tell which way the one came that is shown, and end a video when pictures come in its stead", async () => {
    const streams: { isClosed: boolean; take(one: DecodedPicture): void }[] = [];
    const pictures = new Pictures(
      ({ timeMs }) => Promise.resolve(decoded(timeMs, false)),
      (take) => {
        const stream = { isClosed: false, take, add: ({ timeMs }: PerformerVideo) => take(decoded(timeMs, true)), close: () => (stream.isClosed = true) };
        streams.push(stream);
        return stream as unknown as VideoStream;
      },
    );
    expect(pictures.facts("ghost")).toBeNull();
    pictures.addVideo("ghost", video(100), () => {});
    pictures.addVideo("ghost", video(133), () => {});
    expect(pictures.facts("ghost")).toMatchObject({ way: null, newestMs: 133 });
    expect(pictures.due("ghost", 120, 150)?.timeMs).toBe(100);
    expect(pictures.facts("ghost")).toMatchObject({ way: "video", shown: 1, shownAsVideo: 1, ageP95Ms: 50 });

    pictures.add("ghost", picture(166));
    await Promise.resolve();
    await Promise.resolve();
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(pictures.due("ghost", 170, 180)?.timeMs).toBe(166);
    expect(pictures.facts("ghost")).toMatchObject({ way: "pictures", shown: 2, shownAsVideo: 1 });

    pictures.addVideo("ghost", video(200), () => {});
    pictures.remove("ghost");
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, true]);
    expect(pictures.has("ghost")).toBe(false);
  });
});
