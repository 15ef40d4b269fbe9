import { RepeatIcon, RotateCcwIcon, SkipForwardIcon } from "lucide-react";
import { useStore } from "../../shared/store";
import { useDirector, useMay, usePending, useSeen } from "../director/useDirector";
import { ConfirmButton } from "../show/ConfirmButton";
import { lastStart, loopStart, rehearseFrom, setLoop } from "./rehearsal";

/** What a rehearsal can do that a show cannot. It stands there only while it is a rehearsal, in its stripes. */
export function RehearsalBar() {
  const director = useDirector();
  const may = useMay("call");
  const isJumping = usePending("JumpToNextCue");
  const loop = useSeen((view) => view.loop);
  const start = useStore(lastStart);
  const open = useStore(loopStart);
  return (
    <section className="rehearsal-bar" aria-label="Rehearsal">
      <strong>Rehearsal</strong>
      {start && (
        <button type="button" className="button is-small" disabled={!may} onClick={() => rehearseFrom(director, start.words, start.from)}>
          <RotateCcwIcon size={14} aria-hidden="true" /> Again from {start.words}
        </button>
      )}
      <button type="button" className="button is-small" disabled={!may || isJumping} onClick={() => director.press("Cue to cue", { type: "JumpToNextCue", value: {} })} title="On to some lines before the next cue">
        <SkipForwardIcon size={14} aria-hidden="true" /> Cue to cue
      </button>
      {loop ? (
        <button type="button" className="button is-small" disabled={!may} onClick={() => setLoop(director, null, null)}>
          <RepeatIcon size={14} aria-hidden="true" /> End the loop {loop.fromLine} – {loop.toLine}
        </button>
      ) : (
        <span className="hint">{open ? `Loop from ${open}: press the number of its last line` : "Press a line’s number to rehearse from it or to loop"}</span>
      )}
      <span className="end">
        <ConfirmButton
          className="button is-small"
          disabled={!may}
          label="Reset"
          warning="The rehearsal goes back to its preset: no cue called, show time at zero."
          onConfirm={() => director.press("Reset", { type: "ResetShow", value: {} })}
        />
        <ConfirmButton
          className="button is-small"
          disabled={!may}
          label="End the rehearsal"
          warning="It becomes a performance again, in preset as at its beginning."
          onConfirm={() => director.press("End the rehearsal", { type: "EndRehearsal", value: {} })}
        />
      </span>
    </section>
  );
}
