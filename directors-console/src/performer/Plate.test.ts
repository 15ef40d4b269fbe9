import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Plate } from "./Plate";

describe("the taking of a plate", () => {
  let begun: number;
  let isConnected: boolean;
  let plate: Plate;

  beforeEach(() => {
    vi.useFakeTimers();
    [begun, isConnected] = [0, true];
    plate = new Plate(() => {
      if (isConnected) begun++;
      return isConnected;
    });
  });

  afterEach(() => {
    plate.stop();
    vi.useRealTimers();
  });

  it("counts down, begins, goes on and is judged", async () => {
    plate.take(3);
    for (const left of [3, 2, 1]) {
      expect(plate.step.get()).toEqual({ name: "counting", left });
      expect(begun).toBe(0);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(begun).toBe(1);
    expect(plate.step.get()).toEqual({ name: "taking", done: 0 });
    plate.progress(0.5);
    expect(plate.step.get()).toEqual({ name: "taking", done: 0.5 });
    plate.judged({ isUsed: true, words: "good" });
    expect(plate.step.get()).toEqual({ name: "judged", isUsed: true, words: "good" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(plate.step.get().name).toBe("judged");
  });

  it("begins at once when the room is empty already, and not twice", () => {
    plate.take(0);
    plate.take(0);
    expect(begun).toBe(1);
  });

  it("can be called off while it counts", async () => {
    plate.take(3);
    plate.cancel();
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(0);
    expect(plate.step.get()).toEqual({ name: "idle", words: null });
  });

  it("counts anew when it is pressed again", async () => {
    plate.take(3);
    await vi.advanceTimersByTimeAsync(2000);
    plate.take(3);
    await vi.advanceTimersByTimeAsync(2000);
    expect(plate.step.get()).toEqual({ name: "counting", left: 1 });
  });

  it("says so when there is no connection, and when nothing comes of it", async () => {
    isConnected = false;
    plate.take(0);
    expect(plate.step.get()).toMatchObject({ name: "idle", words: expect.stringContaining("no connection") });
    isConnected = true;
    plate.take(0);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(plate.step.get()).toMatchObject({ name: "idle", words: expect.stringContaining("Take it again") });
  });

  it("keeps its progress between nothing and all, and hears none when none is asked for", () => {
    plate.progress(0.4);
    expect(plate.step.get().name).toBe("idle");
    plate.take(0);
    plate.progress(7);
    expect(plate.step.get()).toEqual({ name: "taking", done: 1 });
  });
});
