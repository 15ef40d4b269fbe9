import type { TicketHolder } from "../contracts/contracts";
import { CompanyContext, useNewCompany } from "../company/useCompany";
import { Desk } from "./Desk";
import { DirectorContext, useNewDirector } from "./director/useDirector";

interface Props {
  performance: string;
  ticket: string;
  holder: TicketHolder;
  notice: string | null;
}

/** The prompt corner of one performance. */
export function Console({ performance, ticket, holder, notice }: Props) {
  const director = useNewDirector(performance, ticket, holder);
  const company = useNewCompany(performance, ticket, holder.scopes);
  return (
    <DirectorContext value={director}>
      <CompanyContext value={company}>
        <Desk notice={notice} />
      </CompanyContext>
    </DirectorContext>
  );
}
