import { useStore } from "../../shared/store";
import type { IPerformanceCommand } from "../../contracts/contracts";
import { useDirector } from "../director/useDirector";
import { reportWords } from "../../shared/reportWords";

/** On the button itself: where its last press is. The line above says the same aloud. */
export function Phase({ type }: { type: IPerformanceCommand["type"] }) {
  const report = useStore(useDirector().desk.report);
  if (report?.type !== type) return null;
  return (
    <span className="phase" data-state={report.state} aria-hidden="true">
      {reportWords(report)}
    </span>
  );
}
