import { BanIcon, FlagIcon, StickyNoteIcon } from "lucide-react";
import { memo } from "react";
import { ContinueMode, CueState, type CueInfo } from "../../contracts/contracts";
import { useSelect } from "../../shared/store";
import { cueKindName, cueStateName } from "../../shared/words";
import { cueState } from "../cue/cues";
import { CueStateSign } from "../cue/CueStateSign";
import { continueText, secondsText } from "../cue/cueWords";
import { DepartmentBadge } from "../cue/DepartmentBadge";
import { useDirector, useSeen } from "../director/useDirector";

interface Props {
  cue: CueInfo;
  index: number;
  top: number;
}

const thenSign = { [ContinueMode.None]: "", [ContinueMode.AutoContinue]: "↓", [ContinueMode.AutoFollow]: "↧" };

/** A cue of the sheet in one line. */
export const CueTableRow = memo(function CueTableRow({ cue, index, top }: Props) {
  const director = useDirector();
  const state = useSeen((view) => cueState(view, cue.number)) ?? CueState.Waiting;
  const isNext = useSeen((view) => view.next === cue.number) === true;
  const isDisarmed = useSeen((view) => view.disarmed.includes(cue.number)) ?? !cue.armed;
  const isSelected = useSelect(director.selection, (selected) => selected === cue.number);
  return (
    // The button in the row says the same to the keyboard; the row is a larger target for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      role="row"
      aria-rowindex={index + 2}
      className="cue-row"
      data-state={cueStateName[state]}
      data-next={isNext}
      data-selected={isSelected}
      data-member={cue.group !== null}
      style={{ transform: `translateY(${top}px)`, borderLeftColor: cue.colour ?? undefined }}
      onClick={() => director.select(cue.number)}
    >
      <span role="cell">
        <button type="button" tabIndex={-1} aria-pressed={isSelected}>
          <DepartmentBadge department={cue.department} />
          <span className="number">{cue.number}</span>
        </button>
      </span>
      <span role="cell" className="title" title={cue.title}>
        <span>{cue.title}</span>
        <span className="does" title={cue.summary}>
          <span className="visually-hidden">{cueKindName[cue.kind]}: </span>
          {cue.summary}
        </span>
      </span>
      <span role="cell">{cue.line ?? ""}</span>
      <span role="cell">{secondsText(cue.preWaitMs)}</span>
      <span role="cell">{secondsText(cue.durationMs)}</span>
      <span role="cell">{secondsText(cue.postWaitMs)}</span>
      <span role="cell" title={continueText(cue)}>
        <span aria-hidden="true">{thenSign[cue.continue]}</span>
        <span className="visually-hidden">{continueText(cue)}</span>
      </span>
      <span role="cell" className="marks">
        {cue.flagged && <FlagIcon size={14} aria-label="flagged" />}
        {isDisarmed && <BanIcon size={14} aria-label="disarmed" />}
        {cue.notes && (
          <span title={cue.notes}>
            <StickyNoteIcon size={14} aria-label={`note: ${cue.notes}`} />
          </span>
        )}
      </span>
      <span role="cell">
        <CueStateSign state={state} isNext={isNext} isDisarmed={false} />
      </span>
    </div>
  );
});
