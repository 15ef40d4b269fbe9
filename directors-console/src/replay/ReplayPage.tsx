import type { Arrival } from "../shared/arrival";
import { Notice } from "../shared/Notice";
import { performanceIn } from "../shared/route";
import { useStore, type Store } from "../shared/store";
import { Recorded } from "./Recorded";
import { RecordingsPage } from "./RecordingsPage";

/** Recordings: which there are, and one of them. */
export function ReplayPage({ arrival }: { arrival: Store<Arrival> }) {
  const { isKnown, ticket } = useStore(arrival);
  const recording = performanceIn(location.pathname);
  if (!isKnown) {
    return (
      <Notice title="Finding the recordings">
        <p role="status">Asking the theatre …</p>
      </Notice>
    );
  }
  return recording ? <Recorded recording={recording} ticket={ticket} /> : <RecordingsPage ticket={ticket} />;
}
