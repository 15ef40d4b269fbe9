import type { Arrival } from "../shared/arrival";
import { Notice } from "../shared/Notice";
import { useStore, type Store } from "../shared/store";
import { usePerformance } from "../shared/usePerformance";
import { Console } from "./Console";

/** The director's page: the console for who holds a ticket, and how to get one for who does not. */
export function ConsolePage({ arrival }: { arrival: Store<Arrival> }) {
  const performance = usePerformance();
  const { isKnown, ticket, holder, refusal } = useStore(arrival);
  if (isKnown && (!ticket || !holder)) {
    return (
      <Notice title="The console is locked">
        {refusal && <p role="alert">{refusal}</p>}
        <p>It opens with a link: the owner’s, which the server printed when it was started for the first time, or an invitation from somebody who runs the show.</p>
        <p>
          <a href="/">To the playbill</a>
        </p>
      </Notice>
    );
  }
  if (!performance || !ticket || !holder) {
    return (
      <Notice title="Opening the prompt book">
        <p role="status">Asking the theatre …</p>
      </Notice>
    );
  }
  return <Console key={performance} performance={performance} ticket={ticket} holder={holder} notice={refusal} />;
}
