import type { Arrival } from "../shared/arrival";
import { Notice } from "../shared/Notice";
import { useStore, type Store } from "../shared/store";
import { usePerformance } from "../shared/usePerformance";
import { Auditorium } from "./Auditorium";

/** The audience's page. */
export function WatchPage({ arrival }: { arrival: Store<Arrival> }) {
  const performance = usePerformance();
  const { isKnown, ticket, holder } = useStore(arrival);
  if (!performance || !isKnown) {
    return (
      <Notice title="Finding your seat">
        <p role="status">Asking the theatre what is on …</p>
      </Notice>
    );
  }
  return <Auditorium key={performance} performance={performance} ticket={ticket} holder={holder} />;
}
