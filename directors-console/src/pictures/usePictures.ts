import { useEffect } from "react";
import { houseAddress } from "../house/connection";
import { useSelect } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { PicturesConnection } from "./PicturesConnection";

/** Has performers' pictures come in while the stage has performers; before that nothing is asked for. */
export function usePictures(performance: string, ticket: string | null, world: StageWorld): void {
  const isWanted = useSelect(world.scene, (scene) => (scene?.performers.length ?? 0) > 0);
  useEffect(() => {
    if (!isWanted) return;
    const connection = new PicturesConnection(houseAddress(performance, ticket, "pictures"), world.pictures);
    connection.start();
    return () => connection.stop();
  }, [performance, ticket, world, isWanted]);
}
