import { useEffect, useState } from "react";
import { OnAirSign, RecordingConsent } from "../company/OnAir";
import { CompanyContext, useNewCompany } from "../company/useCompany";
import type { CompanyView, TicketHolder } from "../contracts/contracts";
import { PerformerPage } from "../performer/PerformerPage";
import { useStore } from "../shared/store";
import { Banner } from "../shared/Banner";
import { api } from "../shared/api";
import { useResource } from "../shared/useResource";
import { Backstage } from "../voice/Backstage";
import { AppearancePanel } from "./AppearancePanel";
import { Attending } from "./Attending";
import { cameraAddress, isCameraAddress } from "./cameraAddress";
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
  const cameraRoles = rolesOf(person, seen, "perform");
  const [wantsCamera, setWantsCamera] = useState(() => isCameraAddress(location.pathname));
  const [cameraRole, setCameraRole] = useState<string | null>(null);
  const byCamera = wantsCamera ? (cameraRole ?? cameraRoles[0] ?? null) : null;
  useEffect(() => {
    // Who loads the page anew comes back to where they were.
    if (wantsCamera !== isCameraAddress(location.pathname)) history.replaceState(null, "", cameraAddress(performance, wantsCamera) + location.search);
  }, [performance, wantsCamera]);
  const goToCamera = (role: string) => {
    setCameraRole(role);
    setWantsCamera(true);
  };
  return (
    <CompanyContext value={company}>
      {byCamera !== null ? (
        <PerformerPage key={byCamera} performance={performance} ticket={ticket} role={byCamera} onLeave={() => setWantsCamera(false)} />
      ) : onAs !== null ? (
        <OnStage key={onAs} performance={performance} ticket={ticket} role={onAs} onTake={setOnAs} holder={person} onChosen={setPerson} onLeave={() => setOnAs(null)} />
      ) : (
        <>
          <Banner title="Stage door" />
          <main className="door">
            {refusal && <p role="alert">{refusal}</p>}
            <OnAirSign company={seen} />
            <Restraints company={seen} />
            {seen?.handover && <Handover card={seen.handover} plan={plan} onTake={() => setOnAs(seen.handover?.role ?? null)} />}
            <SignIn ticket={ticket} holder={person} plan={plan} roles={roles} cameraRoles={cameraRoles} onNamed={setPerson} onGo={setOnAs} onCamera={goToCamera} />
            <AppearancePanel ticket={ticket} holder={person} plan={plan} roles={roles} onChosen={setPerson} />
            {roles.length + cameraRoles.length === 0 && (person.scopes.some((scope) => scope === "act" || scope === "perform") ? <NoRole /> : <NoTicket />)}
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
      <RecordingConsent company={company} />
      <ReadyChecks company={company} />
      <MyNotes company={company} />
      <DoorChannels company={company} />
      <Backstage company={company} />
    </>
  );
}
