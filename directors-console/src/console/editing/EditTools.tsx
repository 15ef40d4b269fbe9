import { LockIcon, LockOpenIcon, Redo2Icon, Undo2Icon } from "lucide-react";
import { useProduction } from "../production/useProduction";

/** Undo and redo of whatever anybody edited, and the show lock. They say what they would do. */
export function EditTools() {
  const { desk, view, isEditor, mayEdit } = useProduction();
  if (!isEditor || !view) return null;
  const { undo, redo, lockedBy, lockedByName } = view;
  const isLocked = lockedBy !== null;
  return (
    <div className="edit-tools" role="group" aria-label="Editing">
      <button type="button" className="button is-small is-icon" disabled={!mayEdit || undo === null} title={undo === null ? "Nothing to undo" : `Undo: ${undo}`} onClick={() => void desk.undo()}>
        <Undo2Icon size={16} aria-hidden="true" />
        <span className="visually-hidden">Undo {undo ?? ""}</span>
      </button>
      <button type="button" className="button is-small is-icon" disabled={!mayEdit || redo === null} title={redo === null ? "Nothing to make again" : `Make again: ${redo}`} onClick={() => void desk.redo()}>
        <Redo2Icon size={16} aria-hidden="true" />
        <span className="visually-hidden">Redo {redo ?? ""}</span>
      </button>
      <button
        type="button"
        className="button is-small is-icon"
        aria-pressed={isLocked}
        title={isLocked ? `Locked by ${lockedByName || "somebody"}: nobody edits until it is unlocked` : "Lock the sheet for the show"}
        onClick={() => void (isLocked ? desk.unlock() : desk.lock())}
      >
        {isLocked ? <LockIcon size={16} aria-hidden="true" /> : <LockOpenIcon size={16} aria-hidden="true" />}
        <span>{isLocked ? "Locked" : "Lock"}</span>
      </button>
    </div>
  );
}
