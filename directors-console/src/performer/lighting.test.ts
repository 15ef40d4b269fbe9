import { describe, expect, it } from "vitest";
import type { BodyBox } from "../contracts/contracts";
import { lightingOf, type SmallPicture } from "./lighting";

const [width, height] = [64, 36];
const body: BodyBox = { left: 0.4, top: 0.1, right: 0.6, bottom: 0.9 };

/** A grey picture, by its place. */
function drawn(grey: (u: number, v: number) => number): SmallPicture {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) pixels.fill(grey(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height), at * 4, at * 4 + 3);
  return { pixels, width, height };
}

const inBody = (u: number, v: number) => u > 0.4 && u < 0.6 && v > 0.1 && v < 0.9;

describe("the lighting hints", () => {
  it("are none in even light", () => {
    expect(lightingOf(drawn(() => 130), body)).toEqual([]);
    expect(lightingOf(drawn((u, v) => (inBody(u, v) ? 150 : 70)), body)).toEqual([]);
  });

  it.each([
    ["a dark room", drawn(() => 30), "too dark"],
    ["a window behind", drawn((u, v) => (inBody(u, v) ? 90 : 220)), "from behind"],
    ["a lamp in the face", drawn((u, v) => (inBody(u, v) ? 255 : 180)), "overexposed"],
    ["a lamp at the camera's left", drawn((u) => (u < 0.5 ? 200 : 80)), "to your left"],
    ["a lamp at the camera's right", drawn((u) => (u < 0.5 ? 80 : 200)), "to your right"],
  ])("say what to do about %s", (_, picture, words) => {
    expect(lightingOf(picture, body).join(" ")).toContain(words);
  });

  it("do not call somebody dark before a window, for the window is the matter", () => {
    expect(lightingOf(drawn((u, v) => (inBody(u, v) ? 20 : 220)), body)).toHaveLength(1);
  });

  it("go by the middle while nobody knows where the body is", () => {
    const backlit = drawn((u, v) => (u > 0.3 && u < 0.7 && v > 0.1 && v < 0.95 ? 60 : 220));
    for (const unknown of [null, { left: 0, top: 0, right: 0, bottom: 0 }]) expect(lightingOf(backlit, unknown)[0]).toContain("from behind");
  });

  it("have nothing to say of an empty picture that would break", () => {
    expect(() => lightingOf({ pixels: new Uint8ClampedArray(), width: 0, height: 0 }, null)).not.toThrow();
  });
});
