import type { HouseConnection } from "../house/connection";
import { Store } from "../shared/store";
import { isTaken, seatRows, seatsInRow, type HouseSide } from "../stage/houseSide";

export interface Seat {
  row: number;
  number: number;
}

/** Where a spectator is seen to sit: in a free seat by chance, until they choose another one or none. */
export class OwnSeat {
  readonly place = new Store<Seat | null>(null);
  private isChosen = false;

  constructor(
    private readonly connection: Pick<HouseConnection, "say" | "status">,
    private readonly house: HouseSide,
    private readonly random: () => number = Math.random,
  ) {}

  /** The theatre is there, or there again: it has forgotten who sat where. */
  comeIn(): void {
    if (!this.isChosen || (this.place.get() && this.isFree(this.place.get()!) === false)) this.place.set(this.anySeat());
    this.tell();
  }

  /** Sits down elsewhere; null to be seen nowhere. */
  choose(place: Seat | null): void {
    this.isChosen = true;
    this.place.set(place);
    this.tell();
  }

  isFree({ row, number }: Seat): boolean {
    return !isTaken(this.house.seats.get(), row, number);
  }

  private tell(): void {
    const { row, number } = this.place.get() ?? { row: 0, number: 0 };
    this.connection.say({ type: "SeatWish", value: { row, number } });
  }

  /** A free seat, near the stage rather than far; null in a house where none is found. */
  private anySeat(): Seat | null {
    for (let attempt = 0; attempt < 200; attempt++) {
      const seat = { row: 1 + Math.floor(this.random() ** 2 * seatRows), number: 1 + Math.floor(this.random() * seatsInRow) };
      if (this.isFree(seat)) return seat;
    }
    return null;
  }
}
