import { useEffect, useMemo } from "react";
import type { HouseConnection } from "../house/connection";
import { useStore } from "../shared/store";
import type { HouseSide } from "../stage/houseSide";
import { OwnSeat } from "./OwnSeat";
import { viewWish } from "./view/viewWish";

/** Sits down in the house whenever the page comes in; who watches from a seat is seen in that one, where it is free. */
export function useOwnSeat(connection: HouseConnection, house: HouseSide): OwnSeat {
  const seat = useMemo(() => new OwnSeat(connection, house), [connection, house]);
  const isIn = useStore(connection.status) === "connected";
  const { view, row, seat: number } = useStore(viewWish);
  useEffect(() => {
    if (isIn) seat.comeIn();
  }, [seat, isIn]);
  useEffect(() => {
    if (isIn && view === "seat" && seat.isFree({ row, number })) seat.choose({ row, number });
  }, [seat, isIn, view, row, number]);
  return seat;
}
