import { useEffect, useMemo } from "react";
import { api } from "../shared/api";
import { useStore } from "../shared/store";
import { useResource } from "../shared/useResource";
import { StageWorld } from "../stage/world";
import { HouseConnection, houseAddress } from "./connection";

/** Sits in the house of a performance for as long as the page shows it, and fetches the plan as soon as the doors let it. */
export function useHouse(performance: string, ticket: string | null) {
  const house = useMemo(() => {
    const world = new StageWorld();
    return { world, connection: new HouseConnection((door) => houseAddress(performance, ticket, door), world) };
  }, [performance, ticket]);
  useEffect(() => {
    house.connection.start();
    return () => house.connection.stop();
  }, [house]);
  const place = useStore(house.connection.place);
  const status = useStore(house.connection.status);
  const scene = useStore(house.world.scene);
  const wantsPlan = scene !== null || ticket !== null;
  const plan = useResource(wantsPlan ? `${performance} ${ticket ?? ""}` : null, (signal) => api.plan(performance, { ticket, signal }), scene?.planVersion);
  return { ...house, place, status, scene, plan: plan.value };
}

export type House = ReturnType<typeof useHouse>;
