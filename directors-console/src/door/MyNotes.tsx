import { roleNameOf } from "../company/Company";
import { useCompany } from "../company/useCompany";
import { noteName, timeOfDay } from "../company/words";
import { MessageKind, type CompanyView } from "../contracts/contracts";
import { useStore } from "../shared/store";

/** Notes that were given to the reader, and what was noted of their lines. */
export function MyNotes({ company }: { company: CompanyView }) {
  const notes = useStore(useCompany().connection.messages).filter((message) => message.kind === MessageKind.Note && message.from !== company.me);
  if (notes.length === 0 && company.lineNotes.length === 0) return null;
  return (
    <section className="card" aria-labelledby="my-notes">
      <h2 id="my-notes">Notes for you</h2>
      <ul className="said">
        {notes.map((note) => (
          <li key={note.number}>
            <span className="faint">
              {timeOfDay(note.atMs)} {note.fromName}
            </span>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      {company.lineNotes.length > 0 && (
        <ul className="my-line-notes" aria-label="Line notes">
          {company.lineNotes.map((note) => (
            <li key={note.id}>
              {roleNameOf(company, note.role)}, {note.line}: {noteName[note.kind]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
