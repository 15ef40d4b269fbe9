import { describe, expect, it } from "vitest";
import type { LightFade } from "../contracts/contracts";
import { lightsAt, placeAt, progressAt, sceneryAt } from "./transition";

const fade = (heldAtMs: number | null = null): LightFade => ({
  look: "dawn",
  from: [{ colour: 0xff0000, intensity: 0.2 }, { colour: 0, intensity: 0 }],
  to: [{ colour: 0x0000ff, intensity: 0.6 }, { colour: 0xffcc88, intensity: 1 }],
  fade: { startMs: 1000, durationMs: 2000, heldAtMs },
});

describe("a light fade", () => {
  it("stands at its beginning before it starts and at its end when it is over", () => {
    expect(lightsAt(fade(), 500)).toEqual(fade().from);
    expect(lightsAt(fade(), 3000)).toEqual(fade().to);
  });

  it("is in its middle for who joins in the middle", () => {
    const [first, second] = lightsAt(fade(), 2000);
    expect(first?.intensity).toBeCloseTo(0.4);
    expect(second?.intensity).toBeCloseTo(0.5);
  });

  it("lends no colour from a lamp that is off", () => {
    expect(lightsAt(fade(), 1100)[1]?.colour).toBe(0xffcc88);
  });

  it("mixes colours by their share of the light", () => {
    expect(lightsAt(fade(), 2000)[0]?.colour).toBe(0x4000bf);
  });

  it("stands still while it is held", () => {
    expect(lightsAt(fade(1500), 9000)).toEqual(lightsAt(fade(), 1500));
  });

  it("treats a lamp without a level as off", () => {
    const one = { ...fade(), from: [] };
    expect(lightsAt(one, 1000)[0]?.intensity).toBe(0);
  });
});

describe("a transition", () => {
  it("of no length is a snap", () => {
    const snap = { startMs: 1000, durationMs: 0, heldAtMs: null };
    expect(progressAt(snap, 999)).toBe(0);
    expect(progressAt(snap, 1000)).toBe(1);
  });

  it("that was held after its end is complete", () => {
    expect(progressAt({ startMs: 0, durationMs: 100, heldAtMs: 150 }, 200)).toBe(1);
  });

  it("moves scenery between any two places", () => {
    expect(sceneryAt({ piece: "arras", from: 1, to: 0, move: { startMs: 0, durationMs: 100, heldAtMs: null } }, 25)).toBe(0.75);
  });
});

describe("a performer's place", () => {
  const place = (x: number, facingDegrees: number, opacity: number) => ({ x, z: -x, facingDegrees, opacity });
  const move = (from: number, to: number, heldAtMs: number | null = null) => ({
    role: "ghost",
    from: place(-2, from, 0),
    to: place(2, to, 1),
    move: { startMs: 1000, durationMs: 2000, heldAtMs },
  });

  it("is where the move starts and where it ends", () => {
    expect(placeAt(move(0, 90), 0)).toEqual(place(-2, 0, 0));
    expect(placeAt(move(0, 90), 3000)).toEqual(place(2, 90, 1));
  });

  it("is on the way in between, and fades", () => {
    expect(placeAt(move(0, 90), 1500)).toEqual({ x: -1, z: 1, facingDegrees: 22.5, opacity: 0.25 });
  });

  it("turns the shorter way round", () => {
    expect(placeAt(move(170, -170), 2000).facingDegrees).toBeCloseTo(180);
    expect(placeAt(move(-170, 170), 1500).facingDegrees).toBeCloseTo(-175);
  });

  it("stands still while it is held", () => {
    expect(placeAt(move(0, 90, 1500), 9000)).toEqual(placeAt(move(0, 90), 1500));
  });
});
