import type { StagePlan } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { blockingInWords } from "./blocking";
import type { StageConnection } from "./stageConnection";

/** What the prompt corner asks of this actor: calls in words, and where to stand next. */
export function Calls({ connection, plan }: { connection: StageConnection; plan: StagePlan | null }) {
  const calls = useStore(connection.calls);
  const blocking = useStore(connection.blocking);
  return (
    <div className="calls" role="status" aria-label="Calls">
      {blocking && plan && <p className="call">{blockingInWords(blocking, plan)}</p>}
      {calls[0] && <p className="call is-words">{calls[0]}</p>}
    </div>
  );
}
