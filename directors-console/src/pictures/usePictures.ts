import { useEffect, useState } from "react";
import { houseAddress } from "../house/connection";
import { beyondBudget } from "../house/HouseLine";
import { useSelect } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { PicturesConnection } from "./PicturesConnection";

/**
 * Has performers' pictures come in while the stage has performers and they are wanted; before that nothing is asked for.
 * @returns True while the theatre has no room on its line for these pictures.
 */
export function usePictures(performance: string, ticket: string | null, world: StageWorld, areWanted = true): boolean {
  const isWanted = useSelect(world.scene, (scene) => (scene?.performers.length ?? 0) > 0) && areWanted;
  const [areRefused, setRefused] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    const connection = new PicturesConnection(houseAddress(performance, ticket, "pictures"), world.pictures);
    const stop = connection.refusal.subscribe(() => setRefused(connection.refusal.get() === beyondBudget));
    connection.start();
    return () => {
      stop();
      setRefused(false);
      connection.stop();
    };
  }, [performance, ticket, world, isWanted]);
  return areRefused;
}
