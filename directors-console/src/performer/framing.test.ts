import { describe, expect, it } from "vitest";
import { framingOf, silhouette } from "./framing";

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe("the framing", () => {
  it("fits who stands in the outline", () => {
    expect(framingOf(silhouette)).toEqual({ fits: true, words: "You stand well." });
    expect(framingOf(box(0.3, 0.15, 0.6, 0.97)).fits).toBe(true);
  });

  it.each([
    ["nobody", box(0, 0, 0, 0), "Nobody"],
    ["a speck", box(0.5, 0.5, 0.52, 0.53), "Nobody"],
    ["a box that is turned round", box(0.7, 0.1, 0.3, 0.9), "Nobody"],
    ["a face that fills the picture", box(0.1, 0, 0.9, 1), "too near"],
    ["a bust", box(0.25, 0.2, 0.75, 1), "feet"],
    ["a head at the edge", box(0.4, 0, 0.6, 0.9), "head"],
    ["an arm out of the picture", box(0, 0.1, 0.6, 0.9), "cut off"],
    ["somebody at the camera's left", box(0.1, 0.1, 0.4, 0.9), "to your left"],
    ["somebody at the camera's right", box(0.6, 0.1, 0.9, 0.9), "to your right"],
    ["somebody far away", box(0.45, 0.4, 0.55, 0.7), "nearer"],
  ])("tells %s what to do", (_, body, words) => {
    const framing = framingOf(body);
    expect(framing.fits).toBe(false);
    expect(framing.words).toContain(words);
  });
});
