import { useEffect, useMemo } from "react";
import { houseAddress } from "../house/connection";
import { useStore } from "../shared/store";
import type { SoundPlayer } from "../sound/SoundPlayer";
import type { StageWorld } from "../stage/world";
import { VoicePlayer } from "./VoicePlayer";
import { VoicesConnection } from "./VoicesConnection";

/** Lets somebody in the house hear the stage while their sound is on; before that the theatre sends them none. */
export function useHouseVoices(performance: string, ticket: string | null, world: StageWorld, sound: SoundPlayer): VoicePlayer {
  const player = useMemo(() => new VoicePlayer(world, sound), [world, sound]);
  const isOn = useStore(sound.state) === "on";
  useEffect(() => {
    if (!isOn) return;
    const voices = new VoicesConnection(houseAddress(performance, ticket, "voices"), (voice) => player.hear(voice));
    voices.start();
    return () => {
      voices.stop();
      player.stop();
    };
  }, [performance, ticket, player, isOn]);
  return player;
}
