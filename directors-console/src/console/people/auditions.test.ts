import { describe, expect, it } from "vitest";
import { AuditionStep, type Auditionee } from "../../contracts/contracts";
import { inOrder, stepsOf } from "./auditions";

const person = (name: string, step: AuditionStep, more: Partial<Auditionee> = {}): Auditionee => ({ person: name, name, pronouns: "", note: "", wish: null, slotMs: null, step, ahead: 0, role: null, side: null, connected: true, ...more });

describe("an audition's people", () => {
  it("stand with who reads first, then the queue, then those who have read", () => {
    const people = [
      person("thanked", AuditionStep.Thanked),
      person("read", AuditionStep.Read),
      person("third", AuditionStep.Waiting, { ahead: 2 }),
      person("second", AuditionStep.Waiting, { ahead: 1 }),
      person("reading", AuditionStep.Reading),
    ];
    expect(inOrder(people).map((one) => one.name)).toEqual(["reading", "second", "third", "read", "thanked"]);
  });

  it("stand by their slots where there are slots", () => {
    const people = [person("late", AuditionStep.Waiting, { slotMs: 2000 }), person("early", AuditionStep.Waiting, { slotMs: 1000, ahead: 5 })];
    expect(inOrder(people).map((one) => one.name)).toEqual(["early", "late"]);
  });

  it("offer only what fits where somebody is", () => {
    expect(stepsOf(person("a", AuditionStep.Waiting))).toEqual({ callToRead: true, endReading: false, offer: true, withdraw: false, thank: true });
    expect(stepsOf(person("a", AuditionStep.Offered))).toEqual({ callToRead: false, endReading: false, offer: false, withdraw: true, thank: false });
    for (const step of [AuditionStep.Accepted, AuditionStep.Thanked, AuditionStep.Left]) expect(Object.values(stepsOf(person("a", step)))).not.toContain(true);
  });
});
