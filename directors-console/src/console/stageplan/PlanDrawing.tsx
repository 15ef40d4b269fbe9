import { useRef } from "react";
import type { IProductionEdit } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import type { ProductionDocument } from "../production/document";
import type { Spot } from "./blockingEdits";
import { Draggable, PlanSvg } from "./Draggable";
import { viewBox } from "./geometry";
import { MarkShape } from "./MarkShape";
import { PieceShape } from "./PieceShape";
import { selectedThing, type Selected } from "./planState";
import { rolesOnPlan } from "./rolesOnPlan";
import type { TrackedStage } from "./tracking";

interface Props {
  document: ProductionDocument;
  tracked: TrackedStage;
  mayEdit: boolean;
  onEdit(what: string, edits: IProductionEdit[]): void;
  onDropRole(role: string, spot: Spot): void;
}

/** The stage from above, as it is seen from the house: stage left is at the right, the audience below. */
export function PlanDrawing({ document, tracked, mayEdit, onEdit, onDropRole }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const selected = useStore(selectedThing);
  const { width, depth, marks, entrances, pieces = {} } = document.stage;
  const roles = rolesOnPlan(document, tracked);
  const isSelected = (kind: Selected["kind"], id: string) => selected?.kind === kind && selected.id === id;
  const thing = (kind: Selected["kind"], id: string, label: string, at: Spot) => ({
    label,
    at,
    isSelected: isSelected(kind, id),
    canMove: mayEdit,
    onSelect: () => selectedThing.set({ kind, id }),
  });
  return (
    <PlanSvg value={svg}>
      <svg ref={svg} className="plan" viewBox={viewBox(width, depth, roles.filter((role) => role.isWaiting).length)} aria-label="Stage plan, seen from above" role="group">
        <rect className="floor" x={-width / 2} y={-depth / 2} width={width} height={depth} rx={0.1} />
        <line className="axis" x1={0} x2={0} y1={-depth / 2} y2={depth / 2} />
        <text className="edge" x={0} y={depth / 2 + 0.75}>
          audience
        </text>
        <text className="edge" x={-width / 2 - 1.3} y={-depth / 2 - 0.4}>
          stage right
        </text>
        <text className="edge" x={width / 2 + 1.3} y={-depth / 2 - 0.4}>
          stage left
        </text>
        {Object.entries(pieces).map(([id, piece]) => (
          <Draggable
            key={id}
            {...thing("pieces", id, `Set piece ${id}${piece.flown && !tracked.piecesIn.has(id) ? ", out" : ""}`, { x: piece.position[0], z: piece.position[2] })}
            onDrop={({ x, z }) =>
              onEdit(`Place ${id}`, [{ type: "PutEntry", value: { section: "stage.pieces", key: id, value: JSON.stringify({ ...piece, position: [x, piece.position[1], z] }) } }])
            }
          >
            <PieceShape piece={piece} isOut={piece.flown !== undefined && !tracked.piecesIn.has(id)} />
          </Draggable>
        ))}
        {Object.entries(entrances).map(([id, entrance]) => (
          <Draggable
            key={id}
            {...thing("entrances", id, `Entrance ${id}`, entrance)}
            onDrop={(spot) => onEdit(`Place ${id}`, [{ type: "PutEntry", value: { section: "stage.entrances", key: id, value: JSON.stringify({ ...entrance, ...spot }) } }])}
          >
            <path className="entrance" d="M0 -0.32L0.32 0L0 0.32L-0.32 0z" />
            <text y={0.62}>{id}</text>
          </Draggable>
        ))}
        {Object.entries(marks).map(([id, mark]) => (
          <Draggable
            key={id}
            {...thing("marks", id, `Mark ${id}`, mark)}
            onDrop={(spot) => onEdit(`Place ${id}`, [{ type: "PutEntry", value: { section: "stage.marks", key: id, value: JSON.stringify({ ...mark, ...spot }) } }])}
          >
            <MarkShape id={id} facing={mark.facing ?? 0} />
          </Draggable>
        ))}
        {roles.map(({ role, name, colour, at, where, isWaiting }) => (
          <Draggable key={role} {...thing("role", role, `${name}, ${where}`, at)} onDrop={(spot) => onDropRole(role, spot)}>
            <circle className="role" r={0.3} style={{ fill: colour }} />
            <text className="role-label" data-waiting={isWaiting} x={isWaiting ? 0.45 : 0} y={isWaiting ? 0.12 : -0.42}>
              {name}
            </text>
          </Draggable>
        ))}
      </svg>
    </PlanSvg>
  );
}
