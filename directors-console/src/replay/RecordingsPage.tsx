import { api } from "../shared/api";
import { Banner } from "../shared/Banner";
import { useResource } from "../shared/useResource";
import { clockTime, timeInWords } from "./places";

/** The recordings that the reader may watch. */
export function RecordingsPage({ ticket }: { ticket: string | null }) {
  const { value, refused } = useResource("recordings", (signal) => api.recordings({ ticket, signal }));
  return (
    <>
      <Banner title="Recordings" />
      <main className="recordings">
        <p role="status" className="faint">
          {refused?.message ?? (value ? "" : "Asking the theatre …")}
        </p>
        {value?.recordings.length === 0 && <p>There is no recording that you may watch. While the doors of a performance are open everybody may; else a ticket of this theatre is needed.</p>}
        <ul>
          {value?.recordings.map(({ id, title, atMs, durationMs, isGoingOn }) => (
            <li key={id} className="card">
              <a href={`/replay/${encodeURIComponent(id)}`}>
                <strong>{title}</strong>
              </a>
              <p>
                {new Date(atMs).toLocaleString([], { dateStyle: "long", timeStyle: "short" })} · <span aria-label={timeInWords(durationMs)}>{clockTime(durationMs)}</span>
                {isGoingOn && " · still going on"} <span className="faint">{id}</span>
              </p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
