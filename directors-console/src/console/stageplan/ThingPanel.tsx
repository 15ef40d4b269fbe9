import { XIcon } from "lucide-react";
import type { IProductionEdit } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { NameDialog } from "../editing/NameDialog";
import type { ProductionDocument } from "../production/document";
import { ConfirmButton } from "../show/ConfirmButton";
import type { Spot } from "./blockingEdits";
import { PieceForm } from "./PieceForm";
import { PlaceForm } from "./PlaceForm";
import { selectedThing } from "./planState";
import { RoleForm } from "./RoleForm";
import type { TrackedStage } from "./tracking";

interface Props {
  document: ProductionDocument;
  tracked: TrackedStage;
  line: string | null;
  mayEdit: boolean;
  onEdit(what: string, edits: IProductionEdit[]): Promise<string | null>;
  onBlock(role: string, spot: Spot): void;
}

/** What is selected on the plan, in numbers. */
export function ThingPanel({ document, tracked, line, mayEdit, onEdit, onBlock }: Props) {
  const selected = useStore(selectedThing);
  if (!selected) return <p className="plan-hint faint">Drag things and roles, or select one: arrow keys move it ten centimetres, with Shift half a metre.</p>;
  const { kind, id } = selected;
  return (
    <aside className="thing-panel" aria-label={`Selected on the plan: ${id}`}>
      <button type="button" className="button is-small is-icon" aria-label="Select nothing on the plan" onClick={() => selectedThing.set(null)}>
        <XIcon size={14} aria-hidden="true" />
      </button>
      {kind === "role" ? (
        <RoleForm key={id} role={id} document={document} tracked={tracked} line={line} mayEdit={mayEdit} onBlock={onBlock} />
      ) : (
        <Thing kind={kind} id={id} document={document} mayEdit={mayEdit} onEdit={onEdit} />
      )}
    </aside>
  );
}

function Thing({ kind, id, document, mayEdit, onEdit }: Pick<Props, "document" | "mayEdit" | "onEdit"> & { kind: "marks" | "entrances" | "pieces"; id: string }) {
  const entry = document.stage[kind]?.[id];
  if (!entry) return <p className="faint">{id} is not there any more.</p>;
  const section = `stage.${kind}`;
  const put = (value: object) => void onEdit(`Change ${id}`, [{ type: "PutEntry", value: { section, key: id, value: JSON.stringify(value) } }]);
  return (
    <>
      <h3>{id}</h3>
      {kind === "pieces" ? (
        <PieceForm key={JSON.stringify(entry)} piece={document.stage.pieces![id]!} mayEdit={mayEdit} onKeep={put} />
      ) : (
        <PlaceForm key={JSON.stringify(entry)} place={entry as Spot} hasFacing={kind === "marks"} mayEdit={mayEdit} onKeep={put} />
      )}
      <div className="acts">
        <NameDialog
          label="Rename …"
          title={`Another name for ${id}`}
          initial={id}
          disabled={!mayEdit}
          onKeep={async (name) => {
            const reason = await onEdit(`Rename ${id}`, [{ type: "RenameEntry", value: { section, key: id, newKey: name } }]);
            if (reason === null) selectedThing.set({ kind, id: name });
            return reason;
          }}
        />
        <ConfirmButton
          className="button is-small"
          disabled={!mayEdit}
          label="Delete"
          warning={`${id} goes, if no cue needs it. Undo brings it back.`}
          onConfirm={() => void onEdit(`Delete ${id}`, [{ type: "RemoveEntry", value: { section, key: id } }])}
        />
      </div>
    </>
  );
}
