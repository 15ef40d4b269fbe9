import { useState, type FormEvent } from "react";
import type { TicketHolder } from "../contracts/contracts";
import { api } from "../shared/api";
import { useResource } from "../shared/useResource";

interface Props {
  performance: string;
  ticket: string;
  holder: TicketHolder;
  onNamed(holder: TicketHolder): void;
  onGo(): void;
}

/** The sheet at the stage door: who you are, as you want to be called. */
export function SignIn({ performance, ticket, holder, onNamed, onGo }: Props) {
  const [name, setName] = useState(holder.name);
  const [pronouns, setPronouns] = useState(holder.pronouns);
  const [said, setSaid] = useState<string | null>(null);
  const plan = useResource(`${performance} ${ticket}`, (signal) => api.plan(performance, { ticket, signal }));
  const role = plan.value?.roles.find((one) => one.id === holder.role);
  const mayAct = holder.role !== null && holder.scopes.includes("act");
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
      {mayAct && (
        <p className="part">
          You play <strong>{role?.name ?? holder.role}</strong>
          {plan.value ? ` in ${plan.value.title}` : ""}.
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
          {mayAct && (
            <button type="button" className="button is-primary" disabled={!isSaved} onClick={onGo}>
              Go on stage
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
