import type { Arrival } from "../shared/arrival";
import { Banner } from "../shared/Banner";
import { Notice } from "../shared/Notice";
import { useStore, type Store } from "../shared/store";
import { usePerformance } from "../shared/usePerformance";
import { Insider } from "./Insider";
import { NoTicket } from "./NoTicket";

/** Where actors come in: sign in with a name, then go on stage. */
export function DoorPage({ arrival }: { arrival: Store<Arrival> }) {
  const performance = usePerformance();
  const { isKnown, ticket, holder, refusal } = useStore(arrival);
  if (!isKnown || !performance) {
    return (
      <Notice title="The stage door">
        <p role="status">Asking the theatre …</p>
      </Notice>
    );
  }
  if (ticket && holder) return <Insider performance={performance} ticket={ticket} holder={holder} refusal={refusal} />;
  return (
    <>
      <Banner title="Stage door" />
      <main className="door">
        {refusal && <p role="alert">{refusal}</p>}
        <NoTicket />
      </main>
    </>
  );
}
