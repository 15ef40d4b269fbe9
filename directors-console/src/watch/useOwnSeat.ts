import { useEffect, useMemo } from "react";
import type { HouseConnection } from "../house/connection";
import { useStore } from "../shared/store";
import type { HouseSide } from "../stage/houseSide";
import { OwnSeat } from "./OwnSeat";

/** Sits down in the house whenever the page comes in. */
export function useOwnSeat(connection: HouseConnection, house: HouseSide): OwnSeat {
  const seat = useMemo(() => new OwnSeat(connection, house), [connection, house]);
  const isIn = useStore(connection.status) === "connected";
  useEffect(() => {
    if (isIn) seat.comeIn();
  }, [seat, isIn]);
  return seat;
}
