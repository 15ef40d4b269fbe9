import { describe, expect, it } from "vitest";
import type { SoundInfo, SoundStart } from "../contracts/contracts";
import { factorOf, isSameStretch, partOf, soundingAt } from "./schedule";

const start = (more: Partial<SoundStart> = {}): SoundStart => ({ sound: "bell", startMs: 10_000, durationMs: 0, id: 1, heldAtMs: null, stopMs: null, fadeMs: 0, ...more });
const info = (more: Partial<SoundInfo> = {}): SoundInfo => ({ id: "bell", description: "A bell", hash: "ab12", bytes: 900, loop: false, gain: 0, ...more });
const at = (timeMs: number, one = start(), of = info(), fileMs = 4000) => soundingAt(partOf(one, of, fileMs)!, timeMs);

describe("a sound's schedule", () => {
  it("is silent before the stamp and after the file's end", () => {
    expect(at(9999)).toBeNull();
    expect(at(10_000)).toEqual({ offsetMs: 0, gain: 1 });
    expect(at(13_999)).toEqual({ offsetMs: 3999, gain: 1 });
    expect(at(14_000)).toBeNull();
  });

  it("is in its middle for who joins in the middle", () => {
    expect(at(12_500)?.offsetMs).toBe(2500);
  });

  it("goes round when it loops, for ever or for as long as its cue", () => {
    expect(at(10_000 + 4000 * 1000 + 7, start(), info({ loop: true }))?.offsetMs).toBe(7);
    expect(at(19_999, start({ durationMs: 10_000 }), info({ loop: true }))?.offsetMs).toBe(1999);
    expect(at(20_000, start({ durationMs: 10_000 }), info({ loop: true }))).toBeNull();
  });

  it("ends with its cue when its file is longer", () => {
    expect(at(11_999, start({ durationMs: 2000 }))).not.toBeNull();
    expect(at(12_000, start({ durationMs: 2000 }))).toBeNull();
  });

  it("is silent from a pause on, and after it goes on from there", () => {
    expect(at(11_499, start({ heldAtMs: 11_500 }))).not.toBeNull();
    expect(at(60_000, start({ heldAtMs: 11_500 }))).toBeNull();
    expect(at(60_000, start({ startMs: 58_500 }))?.offsetMs).toBe(1500);
  });

  it("fades out from its stop, evenly", () => {
    const stopped = start({ stopMs: 11_000, fadeMs: 2000 });
    expect(at(11_000, stopped)?.gain).toBe(1);
    expect(at(11_500, stopped)?.gain).toBe(0.75);
    expect(at(12_999, stopped)?.gain).toBeCloseTo(0.0005);
    expect(at(13_000, stopped)).toBeNull();
  });

  it("ends at once at a stop without a fade", () => {
    expect(at(10_999, start({ stopMs: 11_000 }))?.gain).toBe(1);
    expect(at(11_000, start({ stopMs: 11_000 }))).toBeNull();
  });

  it("takes its gain from the plan, in decibels, up to what ears bear", () => {
    expect(at(10_000, start(), info({ gain: -20 }))?.gain).toBeCloseTo(0.1);
    expect(factorOf(90)).toBe(factorOf(12));
  });

  it("has none for a sound that exists in words only", () => {
    expect(partOf(start(), info({ hash: null }), 4000)).toBeNull();
  });

  it("is silent when its file has no length", () => {
    expect(at(10_000, start(), info({ loop: true }), 0)).toBeNull();
  });

  it("goes on sounding when only its end changes, and begins anew when its beginning moves", () => {
    const before = partOf(start(), info(), 4000)!;
    expect(isSameStretch(before, partOf(start({ stopMs: 11_000, fadeMs: 500 }), info(), 4000)!)).toBe(true);
    expect(isSameStretch(before, partOf(start({ startMs: 10_400 }), info(), 4000)!)).toBe(false);
  });
});
