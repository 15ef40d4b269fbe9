import { CircleDotIcon, CirclePauseIcon, RadioIcon, TriangleAlertIcon } from "lucide-react";
import { useCompanyView } from "../../company/useCompany";
import { recordingStateName } from "../../company/words";
import { RecordingState } from "../../contracts/contracts";

/** The on-air sign of the prompt corner: a word, a shape and a colour. */
export function RecordingBadge() {
  const recording = useCompanyView()?.recording;
  const state = recording?.state ?? RecordingState.Off;
  const broadcast = recording?.broadcast ?? null;
  const badge = broadcast === null ? badges[state] : onAir;
  return (
    <p role="status" aria-label="On air" className="recording-badge" data-recording={recordingStateName[state]} title={broadcast ?? undefined}>
      {badge && (
        <>
          <badge.icon size={14} aria-hidden="true" /> {badge.word}
          {broadcast && <span className="visually-hidden">. {broadcast}</span>}
        </>
      )}
    </p>
  );
}

const onAir = { word: "ON AIR", icon: RadioIcon };

const badges: Partial<Record<RecordingState, { word: string; icon: typeof CircleDotIcon }>> = {
  [RecordingState.On]: { word: "RECORDING", icon: CircleDotIcon },
  [RecordingState.Paused]: { word: "NOT RECORDING", icon: CirclePauseIcon },
  [RecordingState.Failing]: { word: "RECORDING FAILS", icon: TriangleAlertIcon },
};
