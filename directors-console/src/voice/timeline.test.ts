import { describe, expect, it } from "vitest";
import { frameSeconds, VoiceTimeline } from "./timeline";

const at = (timeline: VoiceTimeline, sequence: number, dueAt: number, now: number) => timeline.place(sequence, dueAt, now);

describe("VoiceTimeline", () => {
  it("plays a phrase at its stamp, frame after frame without a seam, however the estimates tremble", () => {
    const timeline = new VoiceTimeline();
    for (let frame = 0; frame < 500; frame++) {
      const tremble = ((frame * 7919) % 41) / 1000 - 0.02;
      expect(at(timeline, frame, 10 + frame * frameSeconds + (frame === 0 ? 0 : tremble), 9.9 + frame * frameSeconds)).toBeCloseTo(10 + frame * frameSeconds, 9);
    }
  });

  it("leaves the place of a lost frame empty", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 1, 5, 4.9);
    expect(at(timeline, 4, 5.06, 4.96)).toBeCloseTo(5.06, 9);
  });

  it("puts frames that overtook each other back in order", () => {
    const timeline = new VoiceTimeline();
    expect(at(timeline, 1, 5, 4.9)).toBe(5);
    expect(at(timeline, 3, 5.04, 4.94)).toBeCloseTo(5.04, 9);
    expect(at(timeline, 2, 5.02, 4.95)).toBeCloseTo(5.02, 9);
  });

  it("plays nothing twice, and nothing that is late", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 1, 5, 4.9);
    expect(at(timeline, 1, 5, 4.91)).toBeNull();
    expect(at(timeline, 2, 5.02, 5.03)).toBeNull();
    expect(at(timeline, 3, 5.04, 4.98)).toBeCloseTo(5.04, 9);
  });

  it("begins a new phrase where its stamp says", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 1, 5, 4.9);
    expect(at(timeline, 101, 7.03, 6.9)).toBe(7.03);
  });

  it("is put right when it is away from its stamps for good, and never lets two frames sound at once", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 1, 5, 4.9);
    expect(at(timeline, 2, 5.12, 4.92)).toBe(5.12);
    expect(at(timeline, 3, 5.14, 4.94)).toBeCloseTo(5.14, 9);
  });

  it("catches up by leaving a frame out now and then when it is played later than it must be", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 0, 5.5, 4.9);
    const planned = Array.from({ length: 200 }, (_, index) => ({ due: 5.02 + index * frameSeconds, at: at(timeline, index + 1, 5.02 + index * frameSeconds, 4.92 + index * frameSeconds) }));
    const played = planned.filter((one) => one.at !== null);
    expect(played.at(-1)!.at! - played.at(-1)!.due).toBeLessThan(0.08);
    expect(played.length).toBeGreaterThan(170);
    for (const [index, one] of played.entries()) if (index > 0) expect(one.at! - played[index - 1]!.at!).toBeGreaterThan(frameSeconds - 1e-9);
  });

  it("waits longer when frames come later than planned", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 1, 5, 4.9);
    expect(at(timeline, 2, 5.05, 5.03)).toBe(5.05);
    expect(at(timeline, 3, 5.07, 5.05)).toBeCloseTo(5.07, 9);
  });

  it("hears a speaker who came in again and counts from the beginning", () => {
    const timeline = new VoiceTimeline();
    at(timeline, 50_000, 5, 4.9);
    expect(at(timeline, 2, 9, 8.9)).toBe(9);
    expect(at(timeline, 3, 9.02, 8.92)).toBeCloseTo(9.02, 9);
  });
});
