import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { nameOf, roleNameOf } from "../../company/Company";
import { MessageForm } from "../../company/MessageForm";
import { ScrollFrame } from "../../company/ScrollFrame";
import { useCompany } from "../../company/useCompany";
import { departmentName, noteName, timeOfDay } from "../../company/words";
import { AddressKind, MessageKind, type CompanyView } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useBook } from "../director/useDirector";
import { LineNoteSign } from "./LineNoteSign";
import { PeoplePanel } from "./PeoplePanel";

/** What actors did with their lines, and notes to people and departments. */
export function NotesView() {
  return (
    <PeoplePanel view="notes" needs={["notes"]}>
      {(company) => (
        <>
          <LineNotes company={company} />
          <Notes company={company} />
        </>
      )}
    </PeoplePanel>
  );
}

function LineNotes({ company }: { company: CompanyView }) {
  const { performance } = useCompany();
  const book = useBook();
  const [role, setRole] = useState("");
  const notes = company.lineNotes.filter((note) => role === "" || note.role === role);
  const roles = [...new Set(company.lineNotes.map((note) => note.role))];
  return (
    <section className="people-section" aria-labelledby="line-notes">
      <div className="section-head">
        <h3 id="line-notes">Line notes</h3>
        <label>
          Role{" "}
          <select value={role} onChange={(event) => setRole(event.target.value)}>
            <option value="">all</option>
            {roles.map((one) => (
              <option key={one} value={one}>
                {roleNameOf(company, one)}
              </option>
            ))}
          </select>
        </label>
        <CommandButton
          what="Send everybody their digest"
          command={{ type: "SendDigests", value: { performance } }}
          needs={["notes"]}
          unless={company.lineNotes.length === 0 ? "There is no line note." : null}
          warning="Each actor gets their own line notes, as one note."
        />
      </div>
      {company.lineNotes.length === 0 && <p className="faint">None yet. Note a line in the prompt book, by its number or in the prompter’s bar.</p>}
      {notes.length > 0 && (
        <ScrollFrame label="Line notes">
          <table className="people-table">
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Role</th>
                <th scope="col">Was</th>
                <th scope="col">Text</th>
                <th scope="col">At</th>
                <th scope="col">
                  <span className="visually-hidden">Take back</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {notes.map((note) => (
                <tr key={note.id}>
                  <th scope="row">{note.line}</th>
                  <td>
                    {roleNameOf(company, note.role)} <span className="faint">({nameOf(company, note.person)})</span>
                  </td>
                  <td>
                    <LineNoteSign kind={note.kind} /> {noteName[note.kind]}
                  </td>
                  <td className="line-text">{book?.line(note.line)?.item.text ?? ""}</td>
                  <td>{timeOfDay(note.atMs)}</td>
                  <td>
                    <CommandButton what={`Take back the note on ${note.line}`} command={{ type: "TakeBackLineNote", value: { performance, note: note.id } }} needs={["notes"]}>
                      Take back
                    </CommandButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </section>
  );
}

function Notes({ company }: { company: CompanyView }) {
  const { connection } = useCompany();
  const notes = useStore(connection.messages).filter((message) => message.kind === MessageKind.Note);
  const [to, setTo] = useState("");
  const [kind, address] = to.startsWith("person:") ? [AddressKind.Person, to.slice(7)] : [AddressKind.Department, to.slice(11)];
  const addressee = kind === AddressKind.Person ? nameOf(company, address) : departmentName(address);
  return (
    <section className="people-section" aria-labelledby="notes-heading">
      <h3 id="notes-heading">Notes to people and departments</h3>
      <ul className="said" aria-label="Notes">
        {notes.map((note) => (
          <li key={note.number}>
            <span className="faint">
              {timeOfDay(note.atMs)} {note.fromName} to {note.toKind === AddressKind.Person ? nameOf(company, note.to) : departmentName(note.to) || "everybody"}
            </span>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      <label className="field">
        To
        <select value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">Choose a person or a department</option>
          <optgroup label="People">
            {company.members.map((member) => (
              <option key={member.person} value={`person:${member.person}`}>
                {member.name}
              </option>
            ))}
          </optgroup>
          <optgroup label="Departments">
            {company.departments.map((department) => (
              <option key={department} value={`department:${department}`}>
                {departmentName(department)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <MessageForm channel={{ kind, to: address }} label={`Note to ${to === "" ? "…" : addressee}`} isNote unless={to === "" ? "Choose whom it is for." : null} />
    </section>
  );
}
