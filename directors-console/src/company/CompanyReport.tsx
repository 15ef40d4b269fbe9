import { CheckCheckIcon, CheckIcon, CircleHelpIcon, LoaderIcon, OctagonAlertIcon } from "lucide-react";
import { reportWords } from "../shared/reportWords";
import { useStore } from "../shared/store";
import { useCompany } from "./useCompany";

/** What became of the last thing that was asked of the company, said aloud as well. */
export function CompanyReport() {
  const { desk, connection } = useCompany();
  const report = useStore(desk.report);
  const link = useStore(connection.link);
  const refusal = useStore(connection.refusal);
  const Icon = report ? icons[report.state] : null;
  return (
    <div className="company-report">
      {refusal ? (
        <p role="alert" className="is-trouble">
          {refusal}
        </p>
      ) : (
        link !== "connected" && <p className="is-trouble">Looking for the company …</p>
      )}
      <p role="status" aria-label="Last company command" data-state={report?.state ?? "none"}>
        {report && Icon && (
          <>
            <Icon size={15} aria-hidden="true" /> <strong>{report.what}</strong> {reportWords(report)}
            {report.reason ? `: ${report.reason}` : ""}
          </>
        )}
      </p>
    </div>
  );
}

const icons = { sent: LoaderIcon, accepted: CheckIcon, done: CheckCheckIcon, refused: OctagonAlertIcon, unconfirmed: CircleHelpIcon };
