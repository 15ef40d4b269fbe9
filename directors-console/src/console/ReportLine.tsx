import { useStore } from "../shared/store";
import type { CommandDesk, ReportState } from "./commandDesk";

/** What became of the last press, said aloud as well. */
export function ReportLine({ desk }: { desk: CommandDesk }) {
  const report = useStore(desk.report);
  return (
    <div className="report" data-state={report?.state ?? "none"} role="status" aria-live="assertive" aria-label="Last command">
      {report && (
        <p>
          <strong>{report.what}</strong> {words[report.state]}
          {report.reason ? `: ${report.reason}` : ""}
        </p>
      )}
    </div>
  );
}

const words: Record<ReportState, string> = { sent: "sent …", accepted: "accepted", refused: "refused", unconfirmed: "not confirmed" };
