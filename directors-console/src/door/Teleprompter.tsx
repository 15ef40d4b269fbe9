import { useEffect, useEffectEvent } from "react";
import { ScrollFrame } from "../company/ScrollFrame";
import type { PromptBook } from "../contracts/contracts";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";
import type { StageConnection } from "./stageConnection";
import { promptFor } from "./teleprompter";

interface Props {
  connection: StageConnection;
  world: StageWorld;
  book: PromptBook | null;
  roles: readonly string[];
}

/** The line to wait for, and one's own lines after it. */
export function Teleprompter({ connection, world, book, roles }: Props) {
  const scene = useStore(world.scene);
  const isOn = useStore(connection.status) === "on stage";
  const prompt = book ? promptFor(book, roles, scene?.surtitle?.line ?? null) : null;
  const next = prompt?.mine[0] ?? null;
  const speak = () => {
    if (isOn && next) connection.send({ type: "SpeakLine", value: { line: next.id } });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== " " || event.repeat || (event.target instanceof Element && event.target.closest("input, textarea, select, button:focus-visible"))) return;
    event.preventDefault();
    speak();
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <section className="teleprompter" aria-label="Teleprompter">
      {prompt?.cueLine && (
        <p className="cue-line" data-now={prompt.until === 0}>
          <span className="faint">{prompt.until === 0 ? "Spoken now" : `In ${prompt.until} line${prompt.until === 1 ? "" : "s"}, after`}</span> … {prompt.cueLine.text}
        </p>
      )}
      <ScrollFrame className="own" label="Your lines">
        <div aria-live="polite">
          {prompt && next === null && <p className="faint">You have no more lines.</p>}
          {prompt?.mine.map((line, index) => (
            <p key={line.id} data-next={index === 0}>
              {line.text}
            </p>
          ))}
        </div>
      </ScrollFrame>
      <button type="button" className="button is-primary speak" disabled={!isOn || !next} aria-keyshortcuts="Space" onClick={speak}>
        I speak my next line <kbd>Space</kbd>
      </button>
    </section>
  );
}
