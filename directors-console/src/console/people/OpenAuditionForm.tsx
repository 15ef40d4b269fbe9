import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import type { CompanyView } from "../../contracts/contracts";

const limits = { title: 100, note: 1000, minutes: 240, places: 200 };

/** What a new audition casts, and whether people queue or take a slot. */
export function OpenAuditionForm({ company }: { company: CompanyView }) {
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("");
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [firstSlot, setFirstSlot] = useState("");
  const [hasSlots, setHasSlots] = useState(false);
  const [minutes, setMinutes] = useState(10);
  const [places, setPlaces] = useState(20);
  const firstSlotMs = hasSlots ? Date.parse(firstSlot) : null;
  const missing = title.trim() === "" ? "It needs a title." : Number.isNaN(firstSlotMs) ? "Say when the first slot begins." : null;
  const toggle = (role: string) => setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]);
  return (
    <section className="people-section audition-form" aria-labelledby="open-audition">
      <h3 id="open-audition">Open an audition</h3>
      <label className="field">
        Title, as strangers read it
        <input value={title} onChange={(event) => setTitle(event.target.value)} maxLength={limits.title} autoComplete="off" />
      </label>
      <label className="field">
        What they should know
        <textarea value={note} onChange={(event) => setNote(event.target.value)} maxLength={limits.note} rows={2} />
      </label>
      <fieldset className="choices">
        <legend>Roles that are cast (none chosen: any)</legend>
        {company.roles.map((role) => (
          <label key={role.role}>
            <input type="checkbox" checked={roles.includes(role.role)} onChange={() => toggle(role.role)} /> {role.name}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>People</legend>
        <label>
          <input type="radio" name="order" checked={!hasSlots} onChange={() => setHasSlots(false)} /> queue
        </label>
        <label>
          <input type="radio" name="order" checked={hasSlots} onChange={() => setHasSlots(true)} /> take a slot
        </label>
      </fieldset>
      <div className="people-form">
        {hasSlots && (
          <label className="field">
            First slot
            <input type="datetime-local" value={firstSlot} onChange={(event) => setFirstSlot(event.target.value)} />
          </label>
        )}
        <label className="field">
          Minutes each
          <input type="number" min={1} max={limits.minutes} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))} />
        </label>
        <label className="field">
          Places
          <input type="number" min={1} max={limits.places} value={places} onChange={(event) => setPlaces(Number(event.target.value))} />
        </label>
        <CommandButton
          what="Open the audition"
          command={{ type: "OpenAudition", value: { title: title.trim(), note: note.trim(), roles: [...roles], firstSlotMs, slotMinutes: minutes, places } }}
          needs={["cast"]}
          unless={missing}
          className="button is-primary"
        />
      </div>
    </section>
  );
}
