import { beforeEach, describe, expect, it } from "vitest";
import type { ISpectatorMessage } from "../contracts/contracts";
import type { HouseStatus } from "../house/connection";
import { Store } from "../shared/store";
import { HouseSide } from "../stage/houseSide";
import { OwnSeat } from "./OwnSeat";

describe("OwnSeat", () => {
  let said: ISpectatorMessage[];
  let house: HouseSide;
  let chances: number[];
  let seat: OwnSeat;
  beforeEach(() => {
    said = [];
    house = new HouseSide();
    chances = [];
    seat = new OwnSeat({ say: (message) => said.push(message), status: new Store<HouseStatus>("connected") }, house, () => chances.shift() ?? 0.5);
  });

  it("is a free one, by chance", () => {
    house.hear(null, new Uint8Array([1]));
    chances = [0, 0, 0, 0.05];
    seat.comeIn();
    expect(said).toEqual([{ type: "SeatWish", value: { row: 1, number: 2 } }]);
  });

  it("is the same after a lost connection when it was chosen, and another when somebody has it by now", () => {
    seat.choose({ row: 2, number: 3 });
    seat.comeIn();
    expect(said.at(-1)).toEqual({ type: "SeatWish", value: { row: 2, number: 3 } });
    house.hear(null, new Uint8Array([0, 0, 0, 0b100]));
    seat.comeIn();
    expect(seat.place.get()).not.toEqual({ row: 2, number: 3 });
  });

  it("is none for who wants to be seen nowhere", () => {
    seat.choose(null);
    seat.comeIn();
    expect(said).toEqual(Array.from({ length: 2 }, () => ({ type: "SeatWish", value: { row: 0, number: 0 } })));
  });

  it("is none in a house that is full", () => {
    house.hear(null, new Uint8Array(48).fill(255));
    seat.comeIn();
    expect(seat.place.get()).toBeNull();
    expect(house.taken).toBe(384);
  });
});
