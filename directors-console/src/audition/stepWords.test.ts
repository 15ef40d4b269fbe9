import { describe, expect, it } from "vitest";
import { AuditionStep } from "../contracts/contracts";
import { performanceOf } from "./performanceOf";
import { stepWords } from "./stepWords";

const told = (step: AuditionStep, more: { ahead?: number; slotMs?: number | null; role?: string | null } = {}) =>
  stepWords({ step, ahead: 0, slotMs: null, role: null, ...more }, { slotMinutes: 5 }, (role) => ({ hamlet: "Hamlet" })[role] ?? role);

describe("what an auditionee is told", () => {
  it("is their place in the queue, and about how long it takes", () => {
    expect(told(AuditionStep.Waiting).title).toBe("You are next");
    expect(told(AuditionStep.Waiting, { ahead: 3 })).toMatchObject({ title: "3 before you", text: expect.stringContaining("15 minutes") as string });
  });

  it("is their slot where there are slots", () => {
    expect(told(AuditionStep.Waiting, { ahead: 3, slotMs: Date.UTC(2030, 0, 2, 12) }).title).toMatch(/^Your time is .*2/);
  });

  it("names the role that they read, are offered and play", () => {
    for (const step of [AuditionStep.Reading, AuditionStep.Offered, AuditionStep.Accepted]) expect(told(step, { role: "hamlet" }).title).toContain("Hamlet");
  });

  it("has words for every step", () => {
    const titles = Object.values(AuditionStep).map((step) => told(step).title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.every((title) => title.length > 0)).toBe(true);
  });
});

describe("the performance of an audition", () => {
  it("is the newest of its production on the playbill", () => {
    const entry = (id: string) => ({ id, title: "", show: 0 as const, doorsOpen: false, scenes: [], roles: [] });
    const playbill = { performances: [entry("othello-3"), entry("hamlet-2"), entry("hamlet-1")] };
    expect(performanceOf("hamlet-a1", playbill)).toBe("hamlet-2");
    expect(performanceOf("macbeth-a1", playbill)).toBeNull();
    expect(performanceOf("hamlet-a1", null)).toBeNull();
  });
});
