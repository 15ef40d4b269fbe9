import type { Side } from "../contracts/contracts";

/** A few lines to read; one's own are told by a word, a rule and their weight. */
export function SideToRead({ side }: { side: Side }) {
  return (
    <section className="card" aria-labelledby="side">
      <div>
        <h2 id="side">What you read: {side.roleName}</h2>
        {side.isProposed && <p className="faint">A passage that the theatre proposes; the director may choose another one.</p>}
      </div>
      <SideLines side={side} />
    </section>
  );
}

export function SideLines({ side }: { side: Side }) {
  return (
    <ol className="side-lines" aria-label={`Lines of ${side.roleName}’s side`}>
      {side.lines.map(({ line, speaker, text, yours }, at) => (
        <li key={line} data-yours={yours}>
          {speaker !== side.lines[at - 1]?.speaker && <span className="speaker">{yours ? `You, as ${speaker}` : speaker}</span>}
          <span className="words">{text}</span>
        </li>
      ))}
    </ol>
  );
}
