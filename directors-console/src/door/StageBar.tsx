import { useStore } from "../shared/store";
import { SoundControls } from "../sound/SoundControls";
import type { SoundPlayer } from "../sound/SoundPlayer";
import type { StageConnection, StageStatus } from "./stageConnection";

/** Who you are, whether you are on, and the way out. */
export function StageBar({ connection, name, sound, onLeave }: { connection: StageConnection; name: string; sound: SoundPlayer; onLeave(): void }) {
  const status = useStore(connection.status);
  const reason = useStore(connection.reason);
  const roundTrip = useStore(connection.roundTripMs);
  return (
    <header className="stage-bar">
      <h1>{name}</h1>
      <p role="status" aria-label="Connection" data-state={status}>
        {words[status]}
        {reason ? `: ${reason}` : status === "on stage" && roundTrip !== null ? ` · ${roundTrip} ms` : ""}
      </p>
      <SoundControls player={sound} className="button is-small" />
      <button type="button" className="button is-small" onClick={onLeave}>
        Leave the stage
      </button>
    </header>
  );
}

const words: Record<StageStatus, string> = {
  connecting: "Going on …",
  "on stage": "On stage",
  reconnecting: "The connection was lost. Coming back …",
  dismissed: "You were let go",
};
