import { Banner } from "../shared/Banner";
import { PerformanceCard } from "./PerformanceCard";
import { usePlaybill } from "./usePlaybill";

/** The front of the house: what is on, and the doors. */
export function PlaybillPage() {
  const { playbill, reached } = usePlaybill();
  const performances = playbill?.performances ?? [];
  return (
    <>
      <Banner title="Playbill" />
      <main className="playbill">
        <p role="status" className="faint">
          {reached ? "" : playbill ? "The theatre does not answer; this is what was on a moment ago." : "Asking the theatre what is on …"}
        </p>
        {playbill && performances.length === 0 && <p className="empty">Nothing is on. A performance is opened on the director’s console.</p>}
        <p>
          <a href="/replay">Recordings of performances</a>
        </p>
        {performances.map((entry, index) => (
          <PerformanceCard key={entry.id} entry={entry} isNewest={index === 0} />
        ))}
      </main>
    </>
  );
}
