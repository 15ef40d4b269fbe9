import { useMemo, useState } from "react";
import type { IProductionEdit } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useBook, useSeen } from "../director/useDirector";
import { NameDialog } from "../editing/NameDialog";
import { Refusal } from "../editing/Field";
import { useProduction } from "../production/useProduction";
import { blockRole, type Spot } from "./blockingEdits";
import { LinePicker } from "./LinePicker";
import { PlanDrawing } from "./PlanDrawing";
import { planLine, selectedThing } from "./planState";
import { ThingPanel } from "./ThingPanel";
import { trackTo } from "./tracking";

/** The stage from above: marks, entrances, set pieces, and who stands where at a line. What is dragged is edited. */
export function StagePlanView() {
  const { desk, document, mayEdit, isEditor } = useProduction();
  const book = useBook();
  const currentLine = useSeen((view) => view.currentLine);
  const line = useStore(planLine) ?? currentLine;
  const [refusal, setRefusal] = useState<string | null>(null);
  const tracked = useMemo(() => (document && book ? trackTo(document, book, line) : null), [document, book, line]);
  const edit = async (what: string, edits: IProductionEdit[]) => {
    const reason = await desk.edit(what, edits);
    setRefusal(reason);
    return reason;
  };
  const block = (role: string, spot: Spot) => {
    if (!document || !book) return;
    if (line === null) return setRefusal("Before the first line nobody is blocked: choose a line.");
    const made = blockRole(document, book, line, role, spot);
    if (!made) return setRefusal("Who is off cannot go off.");
    void edit(made.what, made.edits);
  };
  const make = (kind: "marks" | "entrances" | "pieces", value: object) => async (id: string) => {
    const reason = await edit(`Make ${id}`, [{ type: "PutEntry", value: { section: `stage.${kind}`, key: id, value: JSON.stringify(value) } }]);
    if (reason === null) selectedThing.set({ kind, id });
    return reason;
  };
  return (
    <section className="panel stage-plan" aria-labelledby="stage-plan-heading">
      <div className="panel-head">
        <h2 id="stage-plan-heading">Stage plan</h2>
        {document && <LinePicker document={document} line={line} />}
        {isEditor && (
          <div className="makers">
            <NameDialog label="Mark …" title="A new mark" disabled={!mayEdit} onKeep={make("marks", { x: 0, z: 0 })} />
            <NameDialog label="Entrance …" title="A new entrance" disabled={!mayEdit} onKeep={make("entrances", { x: (document?.stage.width ?? 0) / 2 + 1.5, z: 0 })} />
            <NameDialog label="Piece …" title="A new set piece" disabled={!mayEdit} onKeep={make("pieces", { shape: "box", size: [1, 1, 1], position: [0, 0, 0], colour: "#7a6a58" })} />
          </div>
        )}
      </div>
      <Refusal reason={refusal} />
      {document && book && tracked ? (
        <div className="plan-body">
          <PlanDrawing document={document} tracked={tracked} mayEdit={mayEdit} onEdit={(what, edits) => void edit(what, edits)} onDropRole={block} />
          <ThingPanel document={document} tracked={tracked} line={line} mayEdit={mayEdit} onEdit={edit} onBlock={block} />
        </div>
      ) : (
        <p className="faint">Fetching the document …</p>
      )}
    </section>
  );
}
