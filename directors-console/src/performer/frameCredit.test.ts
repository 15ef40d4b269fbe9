import { describe, expect, it } from "vitest";
import { FrameCredit } from "./frameCredit";

const taken = (credit: FrameCredit, times: number, nowMs: number) => Array.from({ length: times }, () => credit.take(nowMs));

describe("the credit of the camera's pictures", () => {
  it("lets three go without an answer, and one for each answer", () => {
    const credit = new FrameCredit();
    expect(taken(credit, 4, 0)).toEqual([1, 2, 3, null]);
    credit.answered(2, 50);
    expect(taken(credit, 2, 50)).toEqual([4, null]);
  });

  it("is not earned by an answer that came before, or was never asked for", () => {
    const credit = new FrameCredit();
    taken(credit, 3, 0);
    for (const number of [1, 1, 0, 77]) credit.answered(number, 50);
    expect(taken(credit, 2, 50)).toEqual([4, null]);
  });

  it("is given back when nothing was answered for two seconds", () => {
    const credit = new FrameCredit();
    taken(credit, 3, 0);
    expect(credit.take(1999)).toBeNull();
    expect(taken(credit, 4, 2000)).toEqual([4, 5, 6, null]);
    credit.answered(1, 2100);
    expect(credit.take(2100)).toBeNull();
  });

  it("is waited for from the last answer on, and not while nothing is on its way", () => {
    const credit = new FrameCredit();
    taken(credit, 3, 0);
    credit.answered(1, 1500);
    taken(credit, 1, 1500);
    expect(credit.take(3000)).toBeNull();
    for (const number of [2, 3, 4]) credit.answered(number, 3100);
    expect(taken(credit, 4, 60_000)).toEqual([5, 6, 7, null]);
  });

  it("comes back with a picture that was not sent", () => {
    const credit = new FrameCredit();
    taken(credit, 3, 0);
    credit.giveBack(3);
    expect(credit.take(0)).toBe(4);
  });

  it("counts from 1 on a new connection", () => {
    const credit = new FrameCredit();
    taken(credit, 3, 0);
    credit.startAnew();
    expect(taken(credit, 4, 10)).toEqual([1, 2, 3, null]);
  });
});
