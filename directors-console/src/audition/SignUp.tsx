import { useState, type FormEvent } from "react";
import { dayAndTime } from "../company/words";
import type { AuditionNotice } from "../contracts/contracts";
import { api } from "../shared/api";
import { sizeInWords } from "./NoticeCard";

const limits = { name: 60, pronouns: 40, note: 500 };

interface Props {
  notice: AuditionNotice;
  token: string;
  /** The server refused: what was known of the audition may have changed. */
  onRefused(): void;
  onSignedUp(ticket: string): void;
}

/** Who comes, as they want to be called, and what they would like to play. What was written stays when the server refuses. */
export function SignUp({ notice, token, onRefused, onSignedUp }: Props) {
  const [name, setName] = useState("");
  const [pronouns, setPronouns] = useState("");
  const [note, setNote] = useState("");
  const [wish, setWish] = useState("");
  const [slot, setSlot] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const hasSlots = notice.slots.length > 0;
  const isPossible = notice.open && notice.placesLeft > 0;
  const missing = name.trim() === "" ? "Say how you want to be called." : hasSlots && slot === "" ? "Choose a time." : null;
  if (!isPossible && refusal === null) return null;

  const signUp = async (event: FormEvent) => {
    event.preventDefault();
    if (missing) {
      setRefusal(missing);
      return;
    }
    setBusy(true);
    try {
      const { ticket } = await api.signUp(notice.id, token, { name: name.trim(), pronouns: pronouns.trim(), note: note.trim(), wish: wish || null, slotMs: hasSlots ? Number(slot) : null });
      onSignedUp(ticket);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSlot("");
      onRefused();
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="card" aria-labelledby="sign-up">
      <h2 id="sign-up">Sign up</h2>
      <form onSubmit={(event) => void signUp(event)}>
        <label className="field">
          Your name, as you want to be called
          <input value={name} onChange={(event) => setName(event.target.value)} maxLength={limits.name} autoComplete="name" required />
        </label>
        <label className="field">
          Pronouns, if you like
          <input value={pronouns} onChange={(event) => setPronouns(event.target.value)} maxLength={limits.pronouns} autoComplete="off" placeholder="she, he, they, …" />
        </label>
        <label className="field">
          The role that you would like
          <select value={wish} onChange={(event) => setWish(event.target.value)}>
            <option value="">Any</option>
            {notice.roles.map((role) => (
              <option key={role.role} value={role.role}>
                {role.name} ({sizeInWords(role)})
              </option>
            ))}
          </select>
        </label>
        {hasSlots && (
          <label className="field">
            When
            <select value={slot} onChange={(event) => setSlot(event.target.value)} required>
              <option value="">Choose a time</option>
              {notice.slots.map(({ startsMs, free }) => (
                <option key={startsMs} value={startsMs} disabled={!free}>
                  {dayAndTime(startsMs)}
                  {free ? "" : " (taken)"}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          A note to the director, if you like
          <textarea value={note} onChange={(event) => setNote(event.target.value)} maxLength={limits.note} rows={3} />
        </label>
        <p role="alert" className="refusal">
          {refusal ?? ""}
        </p>
        <p className="faint">Your name, pronouns and note are seen by who casts this play, and by nobody else until you are in the cast.</p>
        <div className="door-actions">
          <button type="submit" className="button is-primary" disabled={isBusy || !isPossible}>
            Sign up
          </button>
        </div>
      </form>
    </section>
  );
}
