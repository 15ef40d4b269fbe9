import type { HouseMood } from "../contracts/contracts";
import { Store } from "../shared/store";

export const quiet: HouseMood = { size: 0, applause: 0, laugh: 0, gasp: 0, bravo: 0, areOff: false };
/** Row 1 is the nearest to the stage; seat 1 is the one on the left, as the audience sees it. */
export const seatRows = 16;
export const seatsInRow = 24;

/** What a client knows of the house: what is heard of it, and which seats are taken. */
export class HouseSide {
  readonly mood = new Store<HouseMood>(quiet);
  /** A bit a seat, row after row, the lowest bit first; what is behind its end is free. */
  readonly seats = new Store<Uint8Array>(new Uint8Array());

  /** Takes what was told; null for what did not change. Keyframes tell it all again: what is the same draws nothing anew. */
  hear(mood: HouseMood | null, seats: Uint8Array | null): void {
    if (mood && !isSame(mood, this.mood.get())) this.mood.set(mood);
    if (seats && !areSame(seats, this.seats.get())) this.seats.set(seats.slice());
  }

  /** How many seats are taken. */
  get taken(): number {
    return this.seats.get().reduce((sum, bits) => sum + bitsOf(bits), 0);
  }
}

/** Whether somebody sits there; rows and numbers count from 1. */
export function isTaken(seats: Uint8Array, row: number, number: number): boolean {
  const seat = (row - 1) * seatsInRow + number - 1;
  return (((seats[seat >> 3] ?? 0) >> (seat & 7)) & 1) === 1;
}

/** About how many people a level of a mood stands for. */
export const peopleOf = (level: number): number => 2 ** (level / 2) - 1;

const isSame = (one: HouseMood, other: HouseMood): boolean =>
  one.size === other.size && one.applause === other.applause && one.laugh === other.laugh && one.gasp === other.gasp && one.bravo === other.bravo && one.areOff === other.areOff;

const areSame = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((bits, index) => bits === other[index]);

function bitsOf(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
}
