import { useState } from "react";
import type { TicketHolder } from "../contracts/contracts";
import type { Arrival } from "../shared/arrival";
import { Banner } from "../shared/Banner";
import { Notice } from "../shared/Notice";
import { useStore, type Store } from "../shared/store";
import { usePerformance } from "../shared/usePerformance";
import { NoTicket } from "./NoTicket";
import { OnStage } from "./OnStage";
import { SignIn } from "./SignIn";

/** Where actors come in: sign in with a name, then go on stage. */
export function DoorPage({ arrival }: { arrival: Store<Arrival> }) {
  const performance = usePerformance();
  const { isKnown, ticket, holder, refusal } = useStore(arrival);
  const [renamed, setRenamed] = useState<TicketHolder | null>(null);
  const [isOn, setOn] = useState(false);
  if (!isKnown || !performance) {
    return (
      <Notice title="The stage door">
        <p role="status">Asking the theatre …</p>
      </Notice>
    );
  }
  const person = renamed ?? holder;
  if (isOn && ticket && person?.role) return <OnStage performance={performance} ticket={ticket} holder={{ ...person, role: person.role }} onLeave={() => setOn(false)} />;
  return (
    <>
      <Banner title="Stage door" />
      <main className="door">
        {refusal && <p role="alert">{refusal}</p>}
        {ticket && person && <SignIn performance={performance} ticket={ticket} holder={person} onNamed={setRenamed} onGo={() => setOn(true)} />}
        {!(person?.role && person.scopes.includes("act")) && <NoTicket />}
      </main>
    </>
  );
}
