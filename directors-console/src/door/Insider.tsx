import { useState } from "react";
import { CompanyContext, useNewCompany } from "../company/useCompany";
import type { CompanyView, TicketHolder } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { Banner } from "../shared/Banner";
import { api } from "../shared/api";
import { useResource } from "../shared/useResource";
import { Backstage } from "../voice/Backstage";
import { AppearancePanel } from "./AppearancePanel";
import { Attending } from "./Attending";
import { DoorChannels } from "./DoorChannels";
import { Handover } from "./Handover";
import { MyNotes } from "./MyNotes";
import { NoTicket } from "./NoTicket";
import { OnStage } from "./OnStage";
import { ReadyChecks } from "./ReadyChecks";
import { Restraints } from "./Restraints";
import { rolesOf } from "./rolesOf";
import { SignIn } from "./SignIn";

interface Props {
  performance: string;
  ticket: string;
  holder: TicketHolder;
  refusal: string | null;
}

/** Somebody of the company at the stage door: signing in, the call sheet, and the way on stage in any role that is theirs tonight. */
export function Insider({ performance, ticket, holder, refusal }: Props) {
  const company = useNewCompany(performance, ticket, holder.scopes);
  const seen = useStore(company.connection.seen);
  const plan = useResource(`${performance} ${ticket}`, (signal) => api.plan(performance, { ticket, signal })).value;
  const [person, setPerson] = useState(holder);
  const [onAs, setOnAs] = useState<string | null>(null);
  const roles = rolesOf(person, seen);
  return (
    <CompanyContext value={company}>
      {onAs !== null ? (
        <OnStage key={onAs} performance={performance} ticket={ticket} role={onAs} onTake={setOnAs} holder={person} onChosen={setPerson} onLeave={() => setOnAs(null)} />
      ) : (
        <>
          <Banner title="Stage door" />
          <main className="door">
            {refusal && <p role="alert">{refusal}</p>}
            <Restraints company={seen} />
            {seen?.handover && <Handover card={seen.handover} plan={plan} onTake={() => setOnAs(seen.handover?.role ?? null)} />}
            <SignIn ticket={ticket} holder={person} plan={plan} roles={roles} onNamed={setPerson} onGo={setOnAs} />
            <AppearancePanel ticket={ticket} holder={person} plan={plan} roles={roles} onChosen={setPerson} />
            {roles.length === 0 && (person.scopes.includes("act") ? <NoRole /> : <NoTicket />)}
            {seen && <OfCompany company={seen} />}
          </main>
        </>
      )}
    </CompanyContext>
  );
}

function NoRole() {
  return (
    <section className="card" aria-labelledby="no-role">
      <h2 id="no-role">No role yet</h2>
      <p>You have none tonight. When the director gives you one, or puts you on for somebody else, it shows here at once.</p>
    </section>
  );
}

function OfCompany({ company }: { company: CompanyView }) {
  return (
    <>
      <Attending company={company} />
      <ReadyChecks company={company} />
      <MyNotes company={company} />
      <DoorChannels company={company} />
      <Backstage company={company} />
    </>
  );
}
