import type { AuditionNotice } from "../contracts/contracts";

/** What is cast, as strangers read it; who signed up already is not told of places. */
export function NoticeCard({ notice, isIn = false }: { notice: AuditionNotice; isIn?: boolean }) {
  return (
    <section className="card" aria-labelledby="notice">
      <div>
        <p className="faint">Audition for {notice.production}</p>
        <h2 id="notice">{notice.title}</h2>
      </div>
      {notice.note && <p className="notice-words">{notice.note}</p>}
      {!isIn && <p>{placesInWords(notice)}</p>}
      <details>
        <summary>
          {notice.roles.length} {notice.roles.length === 1 ? "role is" : "roles are"} cast
        </summary>
        <ul className="cast-roles">
          {notice.roles.map((role) => (
            <li key={role.role}>
              {role.name} <span className="faint">{sizeInWords(role)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** How large a role is. */
export const sizeInWords = ({ speeches, words }: { speeches: number; words: number }): string =>
  speeches === 0 ? "does not speak" : `${speeches} ${speeches === 1 ? "speech" : "speeches"}, ${words} words`;

function placesInWords({ open, placesLeft, slots, slotMinutes }: AuditionNotice): string {
  if (!open) return "This audition is closed: nobody new can sign up.";
  if (placesLeft === 0) return "This audition is full: every place is taken.";
  const left = `${placesLeft} ${placesLeft === 1 ? "place is" : "places are"} left`;
  return slots.length > 0 ? `You choose a time of ${slotMinutes} minutes; ${left}.` : `You come when it is your turn, about ${slotMinutes} minutes each; ${left}.`;
}
