import { useState } from "react";
import { OnAirSign } from "../company/OnAir";
import type { TicketHolder } from "../contracts/contracts";
import { useCompanyView } from "../company/useCompany";
import { api } from "../shared/api";
import { useStore } from "../shared/store";
import { useResource } from "../shared/useResource";
import { ActorStage } from "./ActorStage";
import { AppearancePanel } from "./AppearancePanel";
import { Handover } from "./Handover";
import { PromptDisplay } from "./PromptDisplay";
import { Restraints } from "./Restraints";
import { StageTalk } from "./StageTalk";
import { Teleprompter } from "./Teleprompter";
import { useActor } from "./useActor";

interface Props {
  performance: string;
  ticket: string;
  role: string;
  /** Goes on in another role. */
  onTake(role: string): void;
  onLeave(): void;
  holder: TicketHolder;
  onChosen(holder: TicketHolder): void;
}

/** An actor's view of the stage: where they are, where to go, what to say. */
export function OnStage({ performance, ticket, role, onTake, onLeave, holder, onChosen }: Props) {
  const { world, connection } = useActor(performance, role, ticket);
  const company = useCompanyView();
  const version = useStore(world.scene)?.planVersion;
  const plan = useResource(`plan ${performance}`, (signal) => api.plan(performance, { ticket, signal }), version).value;
  const book = useResource(`book ${performance}`, (signal) => api.book(performance, { ticket, signal }), version).value;
  const [away, setAway] = useState<string | null>(null);
  const card = company?.handover && company.handover.role !== away ? company.handover : null;
  return (
    <ActorStage
      page="stage-door"
      performance={performance}
      role={role}
      world={world}
      connection={connection}
      plan={plan}
      company={company}
      onLeave={onLeave}
      over={
        <>
          <OnAirSign company={company} />
          <Restraints company={company} />
          <PromptDisplay connection={connection} world={world} book={book} />
          {card && <Handover card={card} plan={plan} onTake={card.role === role ? null : () => onTake(card.role)} onAway={() => setAway(card.role)} />}
        </>
      }
    >
      <details className="appearance-on-stage">
        <summary>How you appear</summary>
        <AppearancePanel ticket={ticket} holder={holder} plan={plan} roles={[role]} onChosen={onChosen} />
      </details>
      <StageTalk />
      <Teleprompter connection={connection} world={world} book={book} roles={[role]} />
    </ActorStage>
  );
}
