import { useEffect, useRef, type RefObject } from "react";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { HouseSounds } from "./HouseSounds";
import type { SoundPlayer } from "./SoundPlayer";

/** Lets a page hear the house while its sound is on. Gives what is played, for tests. */
export function useHouseSounds(world: StageWorld, player: SoundPlayer): RefObject<HouseSounds | null> {
  const device = useStore(player.device);
  const sounds = useRef<HouseSounds | null>(null);
  useEffect(() => {
    if (!device) return;
    const playing = new HouseSounds(device, world.house.mood);
    sounds.current = playing;
    playing.start();
    return () => {
      sounds.current = null;
      playing.stop();
    };
  }, [device, world]);
  return sounds;
}
