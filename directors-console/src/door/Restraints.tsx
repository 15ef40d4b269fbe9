import { MicOffIcon, SnowflakeIcon } from "lucide-react";
import { memberOf } from "../company/Company";
import type { CompanyView } from "../contracts/contracts";

/** That somebody is kept from speaking or moving, so that nobody looks for the fault on their side. */
export function Restraints({ company }: { company: CompanyView | null }) {
  const me = company && memberOf(company, company.me);
  return (
    <div role="status" aria-label="Restraints" className="restraints">
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
