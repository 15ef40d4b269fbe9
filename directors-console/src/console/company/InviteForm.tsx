import { useState, type FormEvent } from "react";
import type { IssuedTicket, RoleInfo } from "../../contracts/contracts";
import { api } from "../../shared/api";
import { useDirector } from "../director/useDirector";

const kinds = {
  act: { label: "To play a role", scopes: ["watch", "act"] },
  call: { label: "To call the show", scopes: ["watch", "notes", "call", "cast"] },
  moderate: { label: "To keep order: mute, eject, ban", scopes: ["watch", "moderate"] },
  edit: { label: "To prepare it: cues, looks, stage", scopes: ["watch", "notes", "edit"] },
  notes: { label: "To give notes and to acknowledge standbys", scopes: ["watch", "notes"] },
  watch: { label: "To watch, doors open or not", scopes: ["watch"] },
} as const;

interface Props {
  roles: readonly RoleInfo[];
  role: string | null;
  onIssued(ticket: IssuedTicket): void;
}

export function InviteForm({ roles, role, onIssued }: Props) {
  const { ticket } = useDirector();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<keyof typeof kinds>("act");
  const [chosen, setChosen] = useState(role ?? roles[0]?.id ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const forRole = kind === "act" ? chosen : null;
      const issued = await api.invite({ name: name.trim(), scopes: [...kinds[kind].scopes], role: forRole }, { ticket });
      onIssued(issued);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  return (
    <form className="invite" onSubmit={(event) => void invite(event)}>
      <label className="field">
        Name
        <input value={name} onChange={(event) => setName(event.target.value)} required maxLength={60} autoComplete="off" />
      </label>
      <label className="field">
        What for
        <select value={kind} onChange={(event) => setKind(event.target.value as keyof typeof kinds)}>
          {Object.entries(kinds).map(([id, { label }]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {kind === "act" && (
        <label className="field">
          Role
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {roles.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {problem && <p role="alert">{problem}</p>}
      <div className="dialog-actions">
        <button type="submit" className="button is-primary" disabled={isBusy}>
          Make the link
        </button>
      </div>
    </form>
  );
}
