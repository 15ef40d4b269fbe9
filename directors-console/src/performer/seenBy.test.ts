import { describe, expect, it } from "vitest";
import { ShowState, type StageScene } from "../contracts/contracts";
import { seenBy } from "./seenBy";

const scene = (show: ShowState, opacity: number): StageScene => {
  const place = { x: 0, z: 0, facingDegrees: 0, opacity };
  return { show, performers: [{ role: "ghost", from: place, to: place, move: { startMs: 0, durationMs: 0, heldAtMs: null } }] } as unknown as StageScene;
};
const situation = { isShowing: true, isConnected: true, role: "ghost", scene: scene(ShowState.Running, 1), nowMs: 10 };

describe("who sees a performer", () => {
  it("is nobody until they show themselves, whatever the cue says", () => {
    expect(seenBy({ ...situation, isShowing: false })).toMatchObject({ isSeen: false, words: expect.stringContaining("Nobody") });
  });

  it("is nobody without a connection", () => {
    expect(seenBy({ ...situation, isConnected: false })).toMatchObject({ isSeen: false, words: expect.stringContaining("no connection") });
  });

  it("is stage management before a cue, for another role's cue, and once they have faded", () => {
    for (const one of [null, scene(ShowState.Running, 0)]) expect(seenBy({ ...situation, scene: one }).words).toContain("Stage management");
    expect(seenBy({ ...situation, role: "hamlet" }).words).toContain("Stage management");
  });

  it("is the audience on the stage, where it is let in", () => {
    expect(seenBy(situation).words).toContain("the audience and the company");
    expect(seenBy({ ...situation, scene: scene(ShowState.Preset, 1) }).words).toContain("doors are closed");
  });
});
