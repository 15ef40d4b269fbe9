import { CheckCheckIcon, CheckIcon, CircleHelpIcon, LoaderIcon, OctagonAlertIcon } from "lucide-react";
import { useStore } from "../../shared/store";
import { useDirector } from "../director/useDirector";
import { reportWords } from "../../shared/reportWords";

/** What became of the last press, said aloud as well. */
export function ReportLine() {
  const report = useStore(useDirector().desk.report);
  const Icon = report ? icons[report.state] : null;
  return (
    <div className="report" data-state={report?.state ?? "none"} role="status" aria-live="assertive" aria-label="Last command">
      {report && (
        <p>
          {Icon && <Icon size={16} aria-hidden="true" />} <strong>{report.what}</strong> {reportWords(report)}
          {report.reason ? `: ${report.reason}` : ""}
        </p>
      )}
    </div>
  );
}

const icons = { sent: LoaderIcon, accepted: CheckIcon, done: CheckCheckIcon, refused: OctagonAlertIcon, unconfirmed: CircleHelpIcon };
