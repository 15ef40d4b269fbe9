import { CrosshairIcon, XIcon } from "lucide-react";
import { CueState } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { cartList } from "../book/book";
import { useBook, useDirector, useMay, useSeen } from "../director/useDirector";
import { CueEdits } from "../editing/CueEdits";
import { show } from "../book/follows";
import { cueState, cueView } from "./cues";
import { CueStateSign } from "./CueStateSign";
import { continueText, timesText } from "./cueWords";
import { DepartmentBadge } from "./DepartmentBadge";
import { signOf } from "./departments";

/** The selected cue: all that is known of it, and what can be done with it. The playhead does not move by selecting. */
export function Inspector() {
  const director = useDirector();
  const number = useStore(director.selection);
  const cue = useBook()?.cue(number) ?? null;
  const may = useMay("call");
  const state = useSeen((view) => (number === null ? null : cueState(view, number))) ?? CueState.Waiting;
  const reason = useSeen((view) => (number === null ? null : cueView(view, number)?.reason));
  const isNext = useSeen((view) => view.next === number) === true;
  const isDisarmed = useSeen((view) => number !== null && view.disarmed.includes(number)) === true;
  if (!cue) {
    return (
      <section className="panel inspector" aria-labelledby="inspector-heading">
        <h2 id="inspector-heading">Selected cue</h2>
        <p className="faint">None. Press a cue in the book or the list.</p>
      </section>
    );
  }
  const act = (what: string, type: "StandBy" | "GoToCue" | "SkipCue" | "MovePlayhead" | "FireCue") => director.press(`${what} ${cue.number}`, { type, value: { cue: cue.number } });
  const isInCart = cue.list === cartList;
  return (
    <section className="panel inspector" aria-labelledby="inspector-heading">
      <div className="panel-head">
        <h2 id="inspector-heading">Selected cue</h2>
        <button type="button" className="button is-small is-icon" aria-label="Select nothing" onClick={() => director.select(null)}>
          <XIcon size={14} aria-hidden="true" />
        </button>
      </div>
      <p className="head">
        <DepartmentBadge department={cue.department} /> <strong className="number">{cue.number}</strong> {cue.title} <CueStateSign state={state} isNext={isNext} isDisarmed={isDisarmed} />
      </p>
      <p className="facts">
        {[signOf(cue.department).name, cue.summary, timesText(cue), continueText(cue)].filter(Boolean).join(" · ")}
        {cue.line && (
          <button type="button" className="link-button" onClick={() => show(cue.line!)}>
            <CrosshairIcon size={13} aria-hidden="true" /> on {cue.line}
          </button>
        )}
      </p>
      {reason && <p className="reason">Failed: {reason}</p>}
      {cue.notes && <p className="notes">{cue.notes}</p>}
      <div className="acts">
        {isInCart ? (
          <button type="button" className="button is-small" disabled={!may} onClick={() => act("Fire", "FireCue")}>
            Fire
          </button>
        ) : (
          <>
            <button type="button" className="button is-small" disabled={!may} onClick={() => act("Standby", "StandBy")}>
              Standby
            </button>
            <button type="button" className="button is-small" disabled={!may || isNext} onClick={() => act("Playhead to", "MovePlayhead")} title="Put the playhead here: it is called next; nothing else changes">
              Playhead
            </button>
            <button type="button" className="button is-small" disabled={!may} onClick={() => act("Go to", "GoToCue")} title="Put the playhead here, with the stage as the sheet has it before this cue">
              Go to
            </button>
            <button type="button" className="button is-small" disabled={!may || !isNext} onClick={() => act("Skip", "SkipCue")} title="Pass the cue at the playhead over">
              Skip
            </button>
          </>
        )}
        <button
          type="button"
          className="button is-small"
          aria-pressed={isDisarmed}
          disabled={!may}
          onClick={() => director.press(`${isDisarmed ? "Arm" : "Disarm"} ${cue.number}`, { type: "ArmCue", value: { cue: cue.number, armed: isDisarmed } })}
        >
          {isDisarmed ? "Arm" : "Disarm"}
        </button>
      </div>
      <CueEdits number={cue.number} />
    </section>
  );
}
