import { CircleDotIcon, CirclePauseIcon, TriangleAlertIcon } from "lucide-react";
import { useCompanyView } from "../../company/useCompany";
import { recordingStateName } from "../../company/words";
import { RecordingState } from "../../contracts/contracts";

/** The on-air sign of the prompt corner: a word, a shape and a colour. */
export function RecordingBadge() {
  const state = useCompanyView()?.recording.state ?? RecordingState.Off;
  const badge = badges[state];
  return (
    <p role="status" aria-label="On air" className="recording-badge" data-recording={recordingStateName[state]}>
      {badge && (
        <>
          <badge.icon size={14} aria-hidden="true" /> {badge.word}
        </>
      )}
    </p>
  );
}

const badges: Partial<Record<RecordingState, { word: string; icon: typeof CircleDotIcon }>> = {
  [RecordingState.On]: { word: "RECORDING", icon: CircleDotIcon },
  [RecordingState.Paused]: { word: "NOT RECORDING", icon: CirclePauseIcon },
  [RecordingState.Failing]: { word: "RECORDING FAILS", icon: TriangleAlertIcon },
};
