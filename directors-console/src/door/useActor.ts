import { useEffect, useMemo } from "react";
import { usePictures } from "../pictures/usePictures";
import { StageWorld } from "../stage/world";
import { StageConnection, stageAddress } from "./stageConnection";

const pingMs = 500;

/** Stands on a stage for as long as the page shows it. */
export function useActor(performance: string, role: string, ticket: string) {
  const actor = useMemo(() => {
    const world = new StageWorld();
    return { world, connection: new StageConnection(stageAddress(performance, role, ticket), world) };
  }, [performance, role, ticket]);
  useEffect(() => {
    actor.connection.start();
    const pings = setInterval(() => actor.connection.ping(), pingMs);
    return () => {
      clearInterval(pings);
      actor.connection.stop();
    };
  }, [actor]);
  usePictures(performance, ticket, actor.world);
  return actor;
}
