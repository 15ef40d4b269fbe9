import { CueMark } from "../cue/CueMark";
import { useBook, useSeen } from "../director/useDirector";

/** What comes: the next line, and the next three cues. */
export function Coming() {
  const book = useBook();
  const current = useSeen((view) => view.currentLine);
  const next = useSeen((view) => view.next);
  const now = book?.line(current) ?? null;
  const line = book?.lineAfter(current) ?? null;
  const cues = book?.cuesFrom(next, 3) ?? [];
  return (
    <section className="coming" aria-label="Coming up">
      <dl>
        <div>
          <dt>Now</dt>
          <dd>{now ? <Spoken {...now} /> : <span className="faint">before the first line</span>}</dd>
        </div>
        <div>
          <dt>Next</dt>
          <dd>{line ? <Spoken {...line} /> : <span className="faint">the play is at its end</span>}</dd>
        </div>
      </dl>
      <ol aria-label="Next three cues">
        {cues.map((cue) => (
          <li key={cue.number}>
            <CueMark cue={cue} />
            {cue.line !== null && <span className="at">on {cue.line}</span>}
          </li>
        ))}
        {cues.length === 0 && <li className="faint">No more cues.</li>}
      </ol>
    </section>
  );
}

function Spoken({ speaker, item }: { speaker: string; item: { id: string; text: string } }) {
  return (
    <>
      <span className="line-id">{item.id}</span> {speaker && <span className="speaker">{speaker}</span>} <span className="words">{item.text}</span>
    </>
  );
}
