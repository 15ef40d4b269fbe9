import { describe, expect, it } from "vitest";
import { Emote } from "../contracts/contracts";
import { around, digitOf, emoteOfDigit, inner, outer, placeOf, stepFrom } from "./emoteWheel";

describe("the emote wheel", () => {
  it("has every emote once", () => {
    expect(around.toSorted((a, b) => a - b)).toEqual(Object.values(Emote).toSorted((a, b) => a - b));
  });

  it("gives the inner ring its digits, 1 first and 0 last", () => {
    expect(inner.map(digitOf).join("")).toBe("1234567890");
    for (const emote of inner) expect(emoteOfDigit(digitOf(emote) ?? "")).toBe(emote);
    expect(outer.every((emote) => digitOf(emote) === null)).toBe(true);
    expect(emoteOfDigit("a")).toBeNull();
  });

  it("puts no two entries in one place", () => {
    const places = around.map(placeOf);
    for (const [at, { x, y }] of places.entries()) {
      for (const other of places.slice(at + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(0.2);
    }
  });

  it("is walked around and across by arrows, and every entry is reached", () => {
    const seen = new Set<Emote>([Emote.None]);
    for (let round = 0; round < around.length; round++) {
      for (const emote of seen) for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) seen.add(stepFrom(emote, key));
    }
    expect(seen.size).toBe(around.length);
    expect(stepFrom(stepFrom(Emote.None, "ArrowRight"), "ArrowLeft")).toBe(Emote.None);
    expect(stepFrom(Emote.Bow, "Tab")).toBe(Emote.Bow);
  });
});
