import { CopyIcon } from "lucide-react";
import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { roleNameOf } from "../../company/Company";
import { ScrollFrame } from "../../company/ScrollFrame";
import { dayAndTime } from "../../company/words";
import type { AuditionView, CompanyView } from "../../contracts/contracts";
import { AuditioneeRow } from "./AuditioneeRow";
import { ChooseSideForm } from "./ChooseSideForm";
import { inOrder } from "./auditions";

/** An audition: its link, its people in their order, and what each may be told. */
export function AuditionCard({ company, audition }: { company: CompanyView; audition: AuditionView }) {
  const [copied, setCopied] = useState(false);
  const free = audition.places - audition.people.length;
  return (
    <section className="people-section audition" aria-label={audition.title}>
      <div className="section-head">
        <h3>{audition.title}</h3>
        <p className="faint">
          {audition.open ? "open" : "closed"}, {audition.slots.length > 0 ? `slots of ${audition.slotMinutes} minutes from ${dayAndTime(audition.slots[0]!.startsMs)}` : `a queue, about ${audition.slotMinutes} minutes each`}, {free} of {audition.places} places left
        </p>
        {audition.open && (
          <CommandButton what={`Close ${audition.title}`} command={{ type: "CloseAudition", value: { audition: audition.id } }} needs={["cast"]} warning="Nobody new may sign up. Offers stand.">
            Close
          </CommandButton>
        )}
      </div>
      <p>{audition.note}</p>
      <p className="faint">{audition.roles.length === 0 ? "Any role." : `For ${audition.roles.map((role) => roleNameOf(company, role)).join(", ")}.`}</p>
      {audition.open && audition.link !== "" && (
        <div className="people-form">
          <label className="field is-wide">
            Public link
            <input readOnly value={audition.link} onFocus={(event) => event.target.select()} />
          </label>
          <button type="button" className="button is-small" onClick={() => void navigator.clipboard.writeText(audition.link).then(() => setCopied(true))}>
            <CopyIcon size={15} aria-hidden="true" /> Copy<span className="visually-hidden"> the link of {audition.title}</span>
          </button>
          <span role="status">{copied ? "Copied." : ""}</span>
        </div>
      )}
      {audition.people.length === 0 ? (
        <p className="faint">Nobody signed up yet.</p>
      ) : (
        <ScrollFrame label={`People of ${audition.title}`}>
          <table className="people-table">
            <thead>
              <tr>
                <th scope="col">{audition.slots.length > 0 ? "Slot" : "Place"}</th>
                <th scope="col">Name</th>
                <th scope="col">Note</th>
                <th scope="col">Step</th>
                <th scope="col">Role</th>
                <th scope="col">Do</th>
              </tr>
            </thead>
            <tbody>
              {inOrder(audition.people).map((person) => (
                <AuditioneeRow key={person.person} company={company} audition={audition} person={person} />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
      <ChooseSideForm company={company} audition={audition} />
    </section>
  );
}
