import { ContinueMode, CueState, type CueInfo } from "../../contracts/contracts";
import { FlagIcon } from "lucide-react";
import { cueStateName } from "../../shared/words";
import { useSelect } from "../../shared/store";
import { useDirector, useSeen } from "../director/useDirector";
import { cueState } from "./cues";
import { CueStateSign } from "./CueStateSign";
import { DepartmentBadge } from "./DepartmentBadge";
import { signOf } from "./departments";

/** A cue in the margin of the book; pressing it selects it. */
export function CueMark({ cue }: { cue: CueInfo }) {
  const director = useDirector();
  const state = useSeen((view) => cueState(view, cue.number)) ?? CueState.Waiting;
  const isNext = useSeen((view) => view.next === cue.number) === true;
  const isDisarmed = useSeen((view) => view.disarmed.includes(cue.number)) ?? !cue.armed;
  const isSelected = useSelect(director.selection, (selected) => selected === cue.number);
  return (
    <button
      type="button"
      className="cue-mark"
      data-state={cueStateName[state]}
      data-next={isNext}
      data-disarmed={isDisarmed}
      aria-pressed={isSelected}
      onClick={() => director.select(isSelected ? null : cue.number)}
      title={cue.summary}
      style={cue.colour ? { borderLeftColor: cue.colour } : undefined}
    >
      <DepartmentBadge department={cue.department} />
      <span className="visually-hidden">{signOf(cue.department).name} cue </span>
      <span className="number">{cue.number}</span> <span className="title">{cue.title}</span>
      {cue.flagged && <FlagIcon className="flag" size={13} aria-label="flagged" />}
      {cue.continue !== ContinueMode.None && (
        <span className="continue" title={cue.continue === ContinueMode.AutoFollow ? "the next follows when this one is complete" : "the next goes with it"}>
          {cue.continue === ContinueMode.AutoFollow ? "↧" : "↓"}
          <span className="visually-hidden"> {cue.continue === ContinueMode.AutoFollow ? "auto-follow" : "auto-continue"}</span>
        </span>
      )}{" "}
      <CueStateSign state={state} isNext={isNext} isDisarmed={isDisarmed} />
    </button>
  );
}
