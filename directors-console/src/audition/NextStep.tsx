import { useState } from "react";
import { CommandButton } from "../company/CommandButton";
import { CompanyReport } from "../company/CompanyReport";
import { AuditionStep, type Auditionee, type AuditionView } from "../contracts/contracts";
import { api } from "../shared/api";
import { stepWords } from "./stepWords";

interface Props {
  audition: AuditionView;
  me: Auditionee;
  roleName(role: string): string;
  performance: string;
  ticket: string;
  onStage(): void;
}

const mayLeave: ReadonlySet<AuditionStep> = new Set([AuditionStep.Waiting, AuditionStep.Reading, AuditionStep.Read, AuditionStep.Offered, AuditionStep.Declined]);

/** Where somebody is, and what they can do about it. */
export function NextStep({ audition, me, roleName, performance, ticket, onStage }: Props) {
  const { title, text } = stepWords(me, audition, roleName);
  const key = audition.id;
  return (
    <section className="card next-step" aria-labelledby="next-step" data-step={me.step}>
      <div role="status" aria-label="Where you are">
        <p className="faint">
          {me.name}
          {me.pronouns && ` (${me.pronouns})`}
        </p>
        <h2 id="next-step">{title}</h2>
        <p>{text}</p>
      </div>
      <div className="door-actions">
        {me.step === AuditionStep.Reading && (
          <button type="button" className="button is-primary" onClick={onStage}>
            Go on the stage
          </button>
        )}
        {me.step === AuditionStep.Offered && (
          <>
            <CommandButton what={`Accept ${me.role === null ? "the role" : roleName(me.role)}`} command={{ type: "AnswerOffer", value: { audition: key, accept: true } }} className="button is-primary" />
            <CommandButton what="Decline" command={{ type: "AnswerOffer", value: { audition: key, accept: false } }} className="button" />
          </>
        )}
        {me.step === AuditionStep.Accepted && <ToStageDoor audition={key} performance={performance} ticket={ticket} />}
        {mayLeave.has(me.step) && (
          <CommandButton what="Leave the audition" command={{ type: "LeaveAudition", value: { audition: key } }} className="button" warning="You give up your place, and an offer if you have one." />
        )}
      </div>
      <CompanyReport />
    </section>
  );
}

/** The audition's ticket is exchanged for an actor's, which opens the stage door. */
function ToStageDoor({ audition, performance, ticket }: { audition: string; performance: string; ticket: string }) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const go = async () => {
    setBusy(true);
    try {
      const issued = await api.actorsTicket(audition, { ticket });
      location.assign(`/stage-door/${encodeURIComponent(performance)}#ticket=${issued.ticket}`);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button is-primary" disabled={isBusy} onClick={() => void go()}>
        To the stage door
      </button>
      <p role="alert" className="refusal">
        {refusal ?? ""}
      </p>
    </>
  );
}
