import { describe, expect, it, vi } from "vitest";
import { HouseSide, isTaken, peopleOf, quiet } from "./houseSide";

describe("HouseSide", () => {
  it("draws anew only what is another mood or other seats", () => {
    const house = new HouseSide();
    const [mood, seats] = [vi.fn<() => void>(), vi.fn<() => void>()];
    house.mood.subscribe(mood);
    house.seats.subscribe(seats);
    house.hear({ ...quiet }, new Uint8Array());
    house.hear(null, null);
    expect(mood).not.toHaveBeenCalled();
    expect(seats).not.toHaveBeenCalled();
    house.hear({ ...quiet, applause: 3, size: 2 }, new Uint8Array([0b101]));
    expect(mood).toHaveBeenCalledOnce();
    expect(seats).toHaveBeenCalledOnce();
    expect(house.taken).toBe(2);
  });

  it("finds a seat by row and number, and those behind the end are free", () => {
    const seats = new Uint8Array([0, 0, 0b1000_0000, 1]);
    expect([isTaken(seats, 1, 23), isTaken(seats, 1, 24), isTaken(seats, 2, 1), isTaken(seats, 2, 2), isTaken(seats, 16, 24)]).toEqual([false, true, true, false, false]);
  });

  it("knows how many people a level is", () => expect([0, 2, 4, 20].map(peopleOf)).toEqual([0, 1, 3, 1023]));
});
