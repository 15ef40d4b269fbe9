import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { roleNameOf } from "../../company/Company";
import type { AuditionView, CompanyView } from "../../contracts/contracts";
import { useBook } from "../director/useDirector";

/** What is read for a role, instead of what the theatre proposes. */
export function ChooseSideForm({ company, audition }: { company: CompanyView; audition: AuditionView }) {
  const book = useBook();
  const roles = audition.roles.length > 0 ? audition.roles : company.roles.map((role) => role.role);
  const [role, setRole] = useState(roles[0] ?? "");
  const [fromLine, setFromLine] = useState("");
  const [toLine, setToLine] = useState("");
  const [first, last] = [book?.line(fromLine) ?? null, book?.line(toLine) ?? null];
  const missing = first === null ? "Give the number of the first line." : last === null ? "Give the number of the last line." : null;
  return (
    <details className="choose-side">
      <summary>Choose what is read</summary>
      <p className="faint">Without a choice, a passage with one of the role’s longest speeches is read. Line numbers stand in the prompt book.</p>
      <div className="people-form">
        <label className="field">
          Role
          <select value={role} onChange={(event) => setRole(event.target.value)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {roleNameOf(company, one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          From line
          <input value={fromLine} onChange={(event) => setFromLine(event.target.value.trim())} placeholder="3.1.63" autoComplete="off" />
        </label>
        <label className="field">
          To line
          <input value={toLine} onChange={(event) => setToLine(event.target.value.trim())} placeholder="3.1.75" autoComplete="off" />
        </label>
        <CommandButton what={`Choose the side of ${roleNameOf(company, role)}`} command={{ type: "ChooseSide", value: { audition: audition.id, role, fromLine, toLine } }} needs={["cast"]} unless={missing} />
      </div>
      {first && <p className="line-text">From {first.speaker}: “{first.item.text}”</p>}
      {last && <p className="line-text">To {last.speaker}: “{last.item.text}”</p>}
    </details>
  );
}
