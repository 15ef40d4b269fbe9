import { useState } from "react";
import { Field } from "../editing/Field";
import type { ProductionDocument } from "../production/document";
import type { Spot } from "./blockingEdits";
import type { TrackedStage } from "./tracking";

interface Props {
  role: string;
  document: ProductionDocument;
  tracked: TrackedStage;
  line: string | null;
  mayEdit: boolean;
  onBlock(role: string, spot: Spot): void;
}

/** Where a role goes at the line: the same as dragging it, without a pointer. */
export function RoleForm({ role, document, tracked, line, mayEdit, onBlock }: Props) {
  const { marks, entrances } = document.stage;
  const [to, setTo] = useState("");
  const place = tracked.roles.get(role);
  const [kind, id = ""] = to.split(":");
  const spot = (kind === "mark" ? marks : entrances)[id];
  return (
    <>
      <h3>{document.roles[role]?.name ?? role}</h3>
      <p className="faint">{place?.mark ? `on ${place.mark}` : place?.entrance ? `off by ${place.entrance}` : "not on yet"}</p>
      <Field label={`At ${line ?? "no line"} goes to`}>
        <select value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">choose a mark …</option>
          {Object.keys(marks).map((mark) => (
            <option key={mark} value={`mark:${mark}`}>
              {mark}
            </option>
          ))}
          {place?.mark && (
            <optgroup label="off by">
              {Object.keys(entrances).map((entrance) => (
                <option key={entrance} value={`entrance:${entrance}`}>
                  {entrance}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </Field>
      <button type="button" className="button is-small is-primary" disabled={!mayEdit || !spot || line === null} onClick={() => spot && onBlock(role, spot)}>
        Set the blocking
      </button>
    </>
  );
}
