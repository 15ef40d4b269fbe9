import { useEffect, type ReactNode } from "react";
import type { StagePlan } from "../contracts/contracts";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { useSound } from "../sound/useSound";
import { StageCanvas } from "../stage/StageCanvas";
import { stageState } from "../stage/stageState";
import type { StageWorld } from "../stage/world";
import { spotOf } from "./blocking";
import { Calls } from "./Calls";
import { Emotes } from "./Emotes";
import { StageBar } from "./StageBar";
import type { StageConnection } from "./stageConnection";
import { useWalking } from "./useWalking";
import { WalkPad } from "./WalkPad";

interface Props {
  page: "stage-door" | "audition";
  performance: string;
  role: string;
  world: StageWorld;
  connection: StageConnection;
  plan: StagePlan | null;
  /** Over the stage. */
  over?: ReactNode;
  /** Under the stage: what is to be said. */
  children: ReactNode;
  onLeave(): void;
}

/** The stage as somebody who stands on it has it: walking, emotes, what they are asked to do. */
export function ActorStage({ page, performance, role, world, connection, plan, over, children, onLeave }: Props) {
  const walk = useWalking(connection);
  const sound = useSound(world, plan);
  const blocking = useStore(connection.blocking);
  useEffect(
    () =>
      exposeState(() => ({
        page,
        performance,
        connected: connection.status.get() === "on stage",
        connection: connection.status.get(),
        actor: connection.actor.get(),
        role,
        blocking: connection.blocking.get(),
        calls: connection.calls.get(),
        prompt: connection.prompt.get(),
        ...stageState(world, plan),
        sound: sound.facts(),
      })),
    [page, performance, connection, role, world, plan, sound],
  );
  return (
    <main className="on-stage">
      <StageBar connection={connection} name={plan?.roles.find((one) => one.id === role)?.name ?? role} sound={sound} onLeave={onLeave} />
      <div className="actor-stage">
        <StageCanvas world={world} plan={plan} nameTags ring={spotOf(blocking)} />
        <div className="over-stage">
          <Calls connection={connection} plan={plan} />
          {over}
        </div>
        <WalkPad walk={walk} />
      </div>
      <Emotes connection={connection} world={world} plan={plan} />
      {children}
    </main>
  );
}
