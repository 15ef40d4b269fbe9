import type { Said } from "./words";

/** What is to be seen, in words, in a live region of its own; where the device speaks it, no screen reader does as well. */
export function Description({ said, isSpoken }: { said: Said | null; isSpoken: boolean }) {
  return (
    <section className="description" aria-label="Audio description" aria-live={isSpoken ? "off" : "polite"}>
      {said && <p lang={said.language}>{said.text}</p>}
    </section>
  );
}
