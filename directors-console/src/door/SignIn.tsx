import { useState, type FormEvent } from "react";
import type { StagePlan, TicketHolder } from "../contracts/contracts";
import { api } from "../shared/api";

interface Props {
  ticket: string;
  holder: TicketHolder;
  plan: StagePlan | null;
  /** Roles that they may go on in as an avatar. */
  roles: readonly string[];
  /** Roles that they may play by camera. */
  cameraRoles: readonly string[];
  onNamed(holder: TicketHolder): void;
  onGo(role: string): void;
  onCamera(role: string): void;
}

/** The sheet at the stage door: who you are, as you want to be called. */
export function SignIn({ ticket, holder, plan, roles, cameraRoles, onNamed, onGo, onCamera }: Props) {
  const [name, setName] = useState(holder.name);
  const [pronouns, setPronouns] = useState(holder.pronouns);
  const [said, setSaid] = useState<string | null>(null);
  const nameOfRole = (id: string) => plan?.roles.find((one) => one.id === id)?.name ?? id;
  const all = [...new Set([...roles, ...cameraRoles])];
  const isSaved = name.trim() === holder.name && pronouns.trim() === holder.pronouns && name.trim() !== "";

  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      onNamed(await api.chooseName({ name: name.trim(), pronouns: pronouns.trim() }, { ticket }));
      setSaid("Saved.");
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <section className="card" aria-labelledby="sign-in">
      <h2 id="sign-in">Sign in</h2>
      {all.length > 0 && (
        <p className="part">
          You play <strong>{all.map(nameOfRole).join(", ")}</strong>
          {plan ? ` in ${plan.title}` : ""}.
        </p>
      )}
      <form onSubmit={(event) => void save(event)}>
        <label className="field">
          Your name
          <input value={name} onChange={(event) => setName(event.target.value)} required maxLength={60} autoComplete="name" />
        </label>
        <label className="field">
          Your pronouns (if you like)
          <input value={pronouns} onChange={(event) => setPronouns(event.target.value)} maxLength={40} autoComplete="off" />
        </label>
        <p role="status">{said}</p>
        <div className="door-actions">
          <button type="submit" className={isSaved ? "button" : "button is-primary"} disabled={isSaved}>
            Save
          </button>
          {roles.map((role) => (
            <button key={role} type="button" className="button is-primary" disabled={!isSaved} onClick={() => onGo(role)}>
              {cameraRoles.length > 0 ? "Play as an avatar" : "Go on stage"}
              {all.length > 1 ? ` as ${nameOfRole(role)}` : ""}
            </button>
          ))}
          {cameraRoles.map((role) => (
            <button key={`${role} by camera`} type="button" className="button is-primary" disabled={!isSaved} onClick={() => onCamera(role)}>
              Play by camera{all.length > 1 ? ` as ${nameOfRole(role)}` : ""}
            </button>
          ))}
        </div>
      </form>
    </section>
  );
}
