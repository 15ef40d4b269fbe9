import { DoorClosedIcon, MicOffIcon, SnowflakeIcon } from "lucide-react";
import { memberOf } from "../company/Company";
import type { CompanyView } from "../contracts/contracts";

/** That somebody is kept off the stage, or from speaking or moving, so that nobody looks for the fault on their side. */
export function Restraints({ company }: { company: CompanyView | null }) {
  const me = company && memberOf(company, company.me);
  return (
    <div role="status" aria-label="Restraints" className="restraints">
      {me?.ejected && (
        <p>
          <DoorClosedIcon size={16} aria-hidden="true" /> You were shown off this stage: you can come back when the prompt corner lets you.
        </p>
      )}
      {me?.muted && (
        <p>
          <MicOffIcon size={16} aria-hidden="true" /> You are muted: the lines that you speak are not heard.
        </p>
      )}
      {me?.frozen && (
        <p>
          <SnowflakeIcon size={16} aria-hidden="true" /> You are frozen: you cannot move or speak until the prompt corner lets you.
        </p>
      )}
    </div>
  );
}
