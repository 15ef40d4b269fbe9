import { useEffect } from "react";
import type { TicketHolder } from "../contracts/contracts";
import { api } from "../shared/api";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { useResource } from "../shared/useResource";
import { useSound } from "../sound/useSound";
import { StageCanvas } from "../stage/StageCanvas";
import { stageState } from "../stage/stageState";
import { spotOf } from "./blocking";
import { Calls } from "./Calls";
import { Emotes } from "./Emotes";
import { StageBar } from "./StageBar";
import { Teleprompter } from "./Teleprompter";
import { useActor } from "./useActor";
import { useWalking } from "./useWalking";
import { WalkPad } from "./WalkPad";

interface Props {
  performance: string;
  ticket: string;
  holder: TicketHolder & { role: string };
  onLeave(): void;
}

/** An actor's view of the stage: where they are, where to go, what to say. */
export function OnStage({ performance, ticket, holder, onLeave }: Props) {
  const { world, connection } = useActor(performance, holder.role, ticket);
  const walk = useWalking(connection);
  const plan = useResource(`plan ${performance}`, (signal) => api.plan(performance, { ticket, signal })).value;
  const book = useResource(`book ${performance}`, (signal) => api.book(performance, { ticket, signal })).value;
  const sound = useSound(world, plan);
  const blocking = useStore(connection.blocking);
  useEffect(
    () =>
      exposeState(() => ({
        page: "stage-door",
        performance,
        connected: connection.status.get() === "on stage",
        connection: connection.status.get(),
        actor: connection.actor.get(),
        role: holder.role,
        blocking: connection.blocking.get(),
        calls: connection.calls.get(),
        ...stageState(world, plan),
        sound: sound.facts(),
      })),
    [performance, connection, holder.role, world, plan, sound],
  );
  return (
    <main className="on-stage">
      <StageBar connection={connection} name={plan?.roles.find((role) => role.id === holder.role)?.name ?? holder.role} sound={sound} onLeave={onLeave} />
      <div className="actor-stage">
        <StageCanvas world={world} plan={plan} nameTags ring={spotOf(blocking)} />
        <Calls connection={connection} plan={plan} />
        <WalkPad walk={walk} />
      </div>
      <Emotes connection={connection} />
      <Teleprompter connection={connection} world={world} book={book} roles={[holder.role]} />
    </main>
  );
}
