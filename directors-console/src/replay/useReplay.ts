import { decode } from "@msgpack/msgpack";
import { useEffect, useMemo } from "react";
import { decodeRecordingStretch, type RecordingContents } from "../contracts/contracts";
import { api } from "../shared/api";
import { useStore } from "../shared/store";
import { useResource } from "../shared/useResource";
import { useSound } from "../sound/useSound";
import { VoicePlayer } from "../voice/VoicePlayer";
import { Replay } from "./Replay";

/** Plays a recording for as long as the page shows it, from a performance time on (null for its beginning). */
export function useReplay(contents: RecordingContents, ticket: string | null, startMs: number | null) {
  const replay = useMemo(() => {
    const stretch = async (fromMs: number, signal: AbortSignal) =>
      decodeRecordingStretch(decode(new Uint8Array(await (await api.stretch(contents.id, fromMs, { ticket, signal })).arrayBuffer())));
    return new Replay(contents, stretch);
  }, [contents, ticket]);
  const version = useStore(replay.world.scene)?.planVersion;
  const plan = useResource(version === undefined ? null : contents.id, (signal) => api.recordedPlan(contents.id, version ?? 0, { ticket, signal }), version).value;
  const sound = useSound(replay.world, plan);
  useEffect(() => {
    const player = new VoicePlayer(replay.world, sound);
    replay.listen(player);
    return () => {
      player.stop();
      replay.listen(null);
    };
  }, [replay, sound]);
  useEffect(() => {
    replay.start(startMs ?? undefined);
    return () => replay.stop();
  }, [replay, startMs]);
  return { replay, plan, sound };
}
