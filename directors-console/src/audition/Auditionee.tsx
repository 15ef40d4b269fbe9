import { useEffect, useState } from "react";
import { CompanyReport } from "../company/CompanyReport";
import { CompanyContext, useNewCompany } from "../company/useCompany";
import { AuditionStep, type AuditionNotice, type AuditionView } from "../contracts/contracts";
import { api } from "../shared/api";
import { Banner } from "../shared/Banner";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { useResource } from "../shared/useResource";
import { NextStep } from "./NextStep";
import { NoticeCard } from "./NoticeCard";
import { ReadingStage } from "./ReadingStage";
import { SideToRead } from "./SideToRead";

const scopes = ["audition"] as const;

interface Props {
  audition: string;
  performance: string;
  ticket: string;
  notice: AuditionNotice | null;
}

/** Somebody who signed up: where they are, what they read, and what they are offered. */
export function Auditionee({ audition, performance, ticket, notice }: Props) {
  const company = useNewCompany(performance, ticket, scopes);
  const seen = useStore(company.connection.seen);
  const plan = useResource(`${performance} ${ticket}`, (signal) => api.plan(performance, { ticket, signal })).value;
  const [isOn, setOn] = useState(false);
  const mine = seen?.auditions.find((one) => one.id === audition) ?? null;
  const me = mine?.people.find((one) => one.person === seen?.me) ?? null;
  const isReading = me?.step === AuditionStep.Reading && me.role !== null;
  const onAs = isOn && isReading ? me.role : null;
  useEffect(() => {
    if (onAs === null) return exposeState(() => ({ page: "audition", performance, connected: company.connection.link.get() === "connected", step: me?.step ?? null, role: me?.role ?? null, ahead: me?.ahead ?? null }));
    return undefined;
  }, [onAs, performance, company, me]);
  // Who was called off the stage and is called again decides again.
  if (isOn && !isReading) setOn(false);
  if (onAs !== null) return <ReadingStage performance={performance} ticket={ticket} role={onAs} plan={plan} side={me?.side ?? null} onLeave={() => setOn(false)} />;
  return (
    <CompanyContext value={company}>
      <Banner title="Audition" />
      <main className="door">
        {me && mine ? (
          <NextStep audition={mine} me={me} roleName={(role) => roleNameOf(role, mine, plan, notice)} performance={performance} ticket={ticket} onStage={() => setOn(true)} />
        ) : (
          <section className="card" aria-label="Connection">
            <CompanyReport />
          </section>
        )}
        {me?.side && <SideToRead side={me.side} />}
        {notice && <NoticeCard notice={notice} isIn />}
      </main>
    </CompanyContext>
  );
}

function roleNameOf(role: string, audition: AuditionView, plan: { roles: readonly { id: string; name: string }[] } | null, notice: AuditionNotice | null): string {
  const side = audition.people.find((one) => one.side?.role === role)?.side;
  return side?.roleName ?? notice?.roles.find((one) => one.role === role)?.name ?? plan?.roles.find((one) => one.id === role)?.name ?? role;
}
