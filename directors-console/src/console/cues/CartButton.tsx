import { SquareIcon } from "lucide-react";
import { CueState, type CueInfo } from "../../contracts/contracts";
import { cueStateName } from "../../shared/words";
import { cueState } from "../cue/cues";
import { CueStateSign } from "../cue/CueStateSign";
import { DepartmentBadge } from "../cue/DepartmentBadge";
import { useDirector, useMay, usePending, useSeen } from "../director/useDirector";

/** Fires one cue of the cart; while it runs, stops it. */
export function CartButton({ cue }: { cue: CueInfo }) {
  const { press } = useDirector();
  const may = useMay("call");
  const isPending = usePending("FireCue");
  const state = useSeen((view) => cueState(view, cue.number)) ?? CueState.Waiting;
  const isDisarmed = useSeen((view) => view.disarmed.includes(cue.number)) ?? !cue.armed;
  const runs = state === CueState.PreWait || state === CueState.Running || state === CueState.Paused;
  return (
    <div className="cart-place">
      <button
        type="button"
        className="cart-button"
        data-state={cueStateName[state]}
        style={cue.colour ? { borderColor: cue.colour } : undefined}
        disabled={!may || isPending || runs}
        onClick={() => press(`Fire ${cue.number}`, { type: "FireCue", value: { cue: cue.number } })}
      >
        <span className="head">
          <DepartmentBadge department={cue.department} />
          <span className="number">{cue.number}</span>
          <CueStateSign state={state} isNext={false} isDisarmed={isDisarmed} />
        </span>
        <span className="title">{cue.title}</span>
        <span className="does">{cue.summary}</span>
      </button>
      {runs && (
        <button type="button" className="button is-small" disabled={!may} onClick={() => press(`Stop ${cue.number}`, { type: "StopCue", value: { cue: cue.number } })}>
          <SquareIcon size={13} aria-hidden="true" fill="currentColor" /> Stop {cue.number}
        </button>
      )}
    </div>
  );
}
