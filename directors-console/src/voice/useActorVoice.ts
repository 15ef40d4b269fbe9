import { useEffect, useMemo } from "react";
import type { StageConnection } from "../door/stageConnection";
import type { Walk } from "../door/walk";
import type { SoundPlayer } from "../sound/SoundPlayer";
import type { StageWorld } from "../stage/world";
import { upstage } from "./bearing";
import { Talk } from "./Talk";
import { VoicePlayer } from "./VoicePlayer";

/** The own voice of an actor, and those of the others, for as long as the page shows the stage. */
export function useActorVoice(world: StageWorld, connection: StageConnection, sound: SoundPlayer, walk: Walk): { talk: Talk; player: VoicePlayer } {
  const voice = useMemo(
    () => ({
      talk: new Talk(
        (message) => connection.send(message),
        () => ({ nowMs: world.clock.nowMs(), rate: world.scene.get()?.rate ?? 1 }),
      ),
      player: new VoicePlayer(world, sound, () => connection.actor.get(), () => (walk.seat === "house" ? upstage : walk.heading)),
    }),
    [world, connection, sound, walk],
  );
  useEffect(() => {
    connection.listen({ heard: (one) => voice.player.hear(one), refused: (reason) => voice.talk.refused(reason) });
    return () => {
      connection.listen(null);
      voice.talk.stop();
      voice.player.stop();
    };
  }, [connection, voice]);
  return voice;
}
