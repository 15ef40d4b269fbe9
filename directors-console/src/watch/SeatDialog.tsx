import { ArmchairIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, type FormEvent } from "react";
import { useStore } from "../shared/store";
import { seatRows, seatsInRow, type HouseSide } from "../stage/houseSide";
import type { OwnSeat } from "./OwnSeat";
import { viewWish } from "./view/viewWish";

/** Where the spectator is seen to sit, and the choice of another seat. */
export function SeatDialog({ seat, house }: { seat: OwnSeat; house: HouseSide }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <button type="button" className="tool" aria-label="Your seat" title="Your seat">
          <ArmchairIcon size={18} aria-hidden="true" />
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog">
          <Dialog.Title className="dialog-title">Your seat</Dialog.Title>
          <Dialog.Description>From the stage the house is seen filled: nobody sees who sits where. Row 1 is the nearest, seat 1 the one on the left.</Dialog.Description>
          <SeatForm seat={seat} house={house} />
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function SeatForm({ seat, house }: { seat: OwnSeat; house: HouseSide }) {
  const own = useStore(seat.place);
  useStore(house.seats);
  const [row, setRow] = useState(own?.row ?? 1);
  const [number, setNumber] = useState(own?.number ?? 1);
  const isOwn = own?.row === row && own.number === number;
  const isThere = row >= 1 && row <= seatRows && number >= 1 && number <= seatsInRow;
  const isFree = isThere && (isOwn || seat.isFree({ row, number }));
  const take = (event: FormEvent) => {
    event.preventDefault();
    seat.choose({ row, number });
    viewWish.wish({ row, seat: number });
  };
  return (
    <>
      <p role="status">
        {own ? `You sit in row ${own.row}, seat ${own.number}.` : "You are seen nowhere."} {isFree ? "" : "That seat is taken."}
      </p>
      <form className="seat-form" onSubmit={take}>
        <label className="field">
          Row
          <input type="number" min={1} max={seatRows} required value={row} onChange={(event) => setRow(Number(event.target.value))} />
        </label>
        <label className="field">
          Seat
          <input type="number" min={1} max={seatsInRow} required value={number} onChange={(event) => setNumber(Number(event.target.value))} />
        </label>
        <button type="submit" className="button is-primary" disabled={isOwn || !isFree}>
          Sit there
        </button>
        <button type="button" className="button" disabled={own === null} onClick={() => seat.choose(null)}>
          Be seen nowhere
        </button>
      </form>
    </>
  );
}
