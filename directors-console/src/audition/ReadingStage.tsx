import { ScrollFrame } from "../company/ScrollFrame";
import type { Side, StagePlan } from "../contracts/contracts";
import { ActorStage } from "../door/ActorStage";
import { useActor } from "../door/useActor";
import { SideLines } from "./SideToRead";

interface Props {
  performance: string;
  ticket: string;
  role: string;
  plan: StagePlan | null;
  side: Side | null;
  onLeave(): void;
}

/** The stage with somebody who reads: the side stands under it. */
export function ReadingStage({ performance, ticket, role, plan, side, onLeave }: Props) {
  const { world, connection } = useActor(performance, role, ticket);
  return (
    <ActorStage page="audition" performance={performance} role={role} world={world} connection={connection} plan={plan} company={null} onLeave={onLeave}>
      <ScrollFrame className="reading" label="What you read">
        {side ? <SideLines side={side} /> : <p className="faint">This role has no lines to read.</p>}
      </ScrollFrame>
    </ActorStage>
  );
}
