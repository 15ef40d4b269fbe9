import { useEffect, useMemo } from "react";
import type { VoiceChannel, VoiceHeard } from "../contracts/contracts";
import type { SoundPlayer } from "../sound/SoundPlayer";
import { BackstageConnection, backstageAddress } from "./BackstageConnection";
import { Lately } from "./Lately";
import { Talk } from "./Talk";
import { VoicePlayer } from "./VoicePlayer";

/** After that nobody talks any more. */
const silentMs = 600;

/** Backstage talk for who is not on the stage, for as long as the page shows it. */
export function useBackstage(performance: string, ticket: string, sound: SoundPlayer) {
  const backstage = useMemo(() => {
    const player = new VoicePlayer(null, sound);
    const talking = new Lately<VoiceChannel>(silentMs);
    const heard = (voice: VoiceHeard) => {
      talking.say(voice.channel);
      player.hear(voice);
    };
    const ears = { heard, refused: (reason: string) => talk.refused(reason) };
    const connection = new BackstageConnection(backstageAddress(performance, ticket), ears);
    // The theatre stamps what is said backstage.
    const talk = new Talk(
      (message) => connection.send(message),
      () => ({ nowMs: 0, rate: 1 }),
    );
    return { player, connection, talk, talking: talking.value };
  }, [performance, ticket, sound]);
  useEffect(() => {
    backstage.connection.start();
    return () => {
      backstage.connection.stop();
      backstage.talk.stop();
      backstage.player.stop();
    };
  }, [backstage]);
  return backstage;
}
