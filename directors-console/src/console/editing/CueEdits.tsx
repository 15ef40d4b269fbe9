import { ArrowDownIcon, ArrowUpIcon, CopyIcon, PencilIcon, PlusIcon } from "lucide-react";
import { findCue, numberAfter, type Place } from "../production/document";
import { useProduction } from "../production/useProduction";
import { ConfirmButton } from "../show/ConfirmButton";
import { cueTask } from "./CueDialog";
import { MoveDialog } from "./MoveDialog";

/** What an editor does with the selected cue. */
export function CueEdits({ number }: { number: string }) {
  const { desk, document, isEditor, mayEdit, view } = useProduction();
  if (!isEditor || !document) return null;
  const place = findCue(document, number);
  if (!place) return null;
  const move = (after: string | null) => void desk.edit(`Move ${number}`, [{ type: "MoveCue", value: { number, after, list: place.list } }]);
  const [up, down] = [above(place), below(place)];
  const insert = (draft: object) => cueTask.set({ type: "insert", after: number, list: place.list, draft: { ...draft, number: numberAfter(document, number) } });
  return (
    <div className="acts edits" role="group" aria-label={`Edit cue ${number}`}>
      <button type="button" className="button is-small" disabled={!mayEdit} onClick={() => cueTask.set({ type: "change", number })}>
        <PencilIcon size={13} aria-hidden="true" /> Edit
      </button>
      <button type="button" className="button is-small" disabled={!mayEdit} onClick={() => insert(place.cue.line === undefined ? {} : { line: place.cue.line })} title="Insert a cue behind this one">
        <PlusIcon size={13} aria-hidden="true" /> Insert
      </button>
      <button type="button" className="button is-small is-icon" disabled={!mayEdit} aria-label={`Copy cue ${number}`} title="Copy it" onClick={() => insert(place.cue)}>
        <CopyIcon size={13} aria-hidden="true" />
      </button>
      <button type="button" className="button is-small is-icon" disabled={!mayEdit || up === undefined} aria-label={`Move ${number} up`} title="Up" onClick={() => up !== undefined && move(up)}>
        <ArrowUpIcon size={13} aria-hidden="true" />
      </button>
      <button type="button" className="button is-small is-icon" disabled={!mayEdit || down === undefined} aria-label={`Move ${number} down`} title="Down" onClick={() => down !== undefined && move(down)}>
        <ArrowDownIcon size={13} aria-hidden="true" />
      </button>
      <MoveDialog number={number} place={place} />
      <ConfirmButton
        className="button is-small"
        disabled={!mayEdit}
        label="Delete"
        warning={`Cue ${number}${place.cue.group ? " and its members go" : " goes"} out of the sheet. Undo brings it back.`}
        onConfirm={() => void desk.edit(`Delete ${number}`, [{ type: "RemoveCue", value: { number } }])}
      />
      {view?.lockedBy !== null && <span className="faint">Locked: nothing can be edited.</span>}
    </div>
  );
}

/** The cue behind which it stands one place further up: null for the beginning; undefined where it cannot go. */
function above({ among, at, group }: Place): string | null | undefined {
  if (at === 0) return undefined;
  // At the beginning of a group there is no cue to stand behind.
  return at === 1 ? (group === null ? null : undefined) : among[at - 2]?.number;
}

const below = ({ among, at }: Place): string | undefined => among[at + 1]?.number;
