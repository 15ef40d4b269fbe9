import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ReactionKind } from "../contracts/contracts";
import { Reacting } from "./Reacting";

describe("Reacting", () => {
  let sent: ReactionKind[];
  let reacting: Reacting;
  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    reacting = new Reacting((kind) => sent.push(kind));
  });
  afterEach(() => {
    reacting.stop();
    vi.useRealTimers();
  });

  it("claps for some seconds, once a second, and then no more", () => {
    reacting.press(ReactionKind.Applause);
    expect(sent).toEqual([ReactionKind.Applause]);
    expect(reacting.kind.get()).toBe(ReactionKind.Applause);
    vi.advanceTimersByTime(10_000);
    expect(sent).toHaveLength(4);
    expect(reacting.kind.get()).toBeNull();
  });

  it("stops when it is pressed again, and goes over to what is pressed instead", () => {
    reacting.press(ReactionKind.Applause);
    reacting.press(ReactionKind.Applause);
    expect(reacting.kind.get()).toBeNull();
    reacting.press(ReactionKind.Laugh);
    reacting.press(ReactionKind.Bravo);
    vi.advanceTimersByTime(10_000);
    expect(sent.slice(1)).toEqual([ReactionKind.Laugh, ...Array.from({ length: 4 }, () => ReactionKind.Bravo)]);
  });
});
