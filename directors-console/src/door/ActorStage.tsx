import { useEffect, useMemo, useRef, type ReactNode } from "react";
import type { CompanyView, StagePlan } from "../contracts/contracts";
import type { ActorPose } from "../contracts/snapshot";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { HouseHeard } from "../house/HouseHeard";
import { useHouseSounds } from "../sound/useHouseSounds";
import { useSound } from "../sound/useSound";
import { TalkPanel } from "../voice/TalkPanel";
import { useActorVoice } from "../voice/useActorVoice";
import { StageCanvas } from "../stage/StageCanvas";
import { stageState } from "../stage/stageState";
import type { StageWorld } from "../stage/world";
import { spotOf } from "./blocking";
import { Calls } from "./Calls";
import { Emotes } from "./Emotes";
import { Seats } from "./Seats";
import { StageBar } from "./StageBar";
import type { StageConnection } from "./stageConnection";
import { useDragToTurn } from "./useDragToTurn";
import { useOwnActor } from "./useOwnActor";
import { useWalking } from "./useWalking";
import { WalkPad } from "./WalkPad";

interface Props {
  page: "stage-door" | "audition";
  performance: string;
  role: string;
  world: StageWorld;
  connection: StageConnection;
  plan: StagePlan | null;
  /** The company as the actor may see it; null for who is not of it. */
  company: CompanyView | null;
  /** Over the stage. */
  over?: ReactNode;
  /** Under the stage: what is to be said. */
  children: ReactNode;
  onLeave(): void;
}

/** The stage as somebody who stands on it has it: walking, emotes, what they are asked to do. */
export function ActorStage({ page, performance, role, world, connection, plan, company, over, children, onLeave }: Props) {
  const walking = useWalking(connection, world);
  const picture = useRef<HTMLDivElement>(null);
  useDragToTurn(picture, walking.walk);
  const actor = useStore(connection.actor);
  const own = useOwnActor(connection, world, plan, role);
  const sound = useSound(world, plan);
  const houseSounds = useHouseSounds(world, sound);
  const voice = useActorVoice(world, connection, sound, walking.walk);
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
        seat: walking.seat,
        blocking: connection.blocking.get(),
        calls: connection.calls.get(),
        prompt: connection.prompt.get(),
        ...stageState(world, plan),
        sound: sound.facts(),
        voice: voice.player.facts(),
        talk: { microphone: voice.talk.microphone.state.get(), canSend: voice.talk.canSend.get(), isTalking: voice.talk.isTalking, sent: voice.talk.sent, level: voice.talk.microphone.level, refusal: voice.talk.refusal.get() },
        house: { mood: world.house.mood.get(), taken: world.house.taken, sounds: houseSounds.current?.count ?? 0 },
      })),
    [page, performance, connection, role, world, plan, sound, voice, walking.seat, houseSounds],
  );
  const eyes = useMemo(
    () => (actor === null ? null : { actor, seat: walking.seat, heading: () => walking.walk.heading, show: (pose: ActorPose, nowMs: number) => own?.show(pose, nowMs) ?? pose }),
    [actor, walking.seat, walking.walk, own],
  );
  return (
    <main className="on-stage">
      <StageBar connection={connection} name={plan?.roles.find((one) => one.id === role)?.name ?? role} sound={sound} onLeave={onLeave} />
      <div className="actor-stage" ref={picture}>
        <StageCanvas world={world} plan={plan} nameTags ring={spotOf(blocking)} eyes={eyes} />
        <div className="over-stage">
          <Calls connection={connection} plan={plan} />
          <HouseHeard house={world.house} />
          {over}
        </div>
        <WalkPad walk={walking.walk} />
      </div>
      <Seats walking={walking} />
      <TalkPanel talk={voice.talk} company={company} />
      <Emotes connection={connection} world={world} plan={plan} />
      {children}
    </main>
  );
}
