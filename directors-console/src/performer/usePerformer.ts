import { useEffect, useMemo, useState } from "react";
import { useHouse } from "../house/useHouse";
import { exposeState } from "../shared/probe";
import { stageState } from "../stage/stageState";
import type { StageWorld } from "../stage/world";
import { Performer } from "./Performer";
import { performerAddress } from "./PerformerConnection";
import { seenBy, type Seen } from "./seenBy";

const lookMs = 500;

/** A performer in a role for as long as the page shows it, and the house beside them, which tells time and scene. */
export function usePerformer(performance: string, role: string, ticket: string) {
  const house = useHouse(performance, ticket);
  const { world, plan } = house;
  const performer = useMemo(() => new Performer(performerAddress(performance, role, ticket), world), [performance, role, ticket, world]);
  useEffect(() => {
    performer.start();
    return () => performer.stop();
  }, [performer]);
  useEffect(
    () =>
      exposeState(() => {
        const { connection, camera } = performer;
        return {
          page: "performer",
          performance,
          role,
          connected: connection.status.get() === "connected",
          connection: connection.status.get(),
          camera: camera.state.get(),
          sent: connection.sent,
          mattes: performer.mattes,
          body: performer.body,
          matting: connection.state.get(),
          plate: connection.plate.step.get(),
          isShowing: connection.isShowing.get(),
          asAvatar: connection.asAvatar.get(),
          isFollowed: performer.isFollowed.get(),
          talk: { microphone: performer.talk.microphone.state.get(), sent: performer.talk.sent },
          ...stageState(world, plan),
        };
      }),
    [performer, performance, role, world, plan],
  );
  return { performer, house };
}

/** Who sees the performer at this moment, in words: cues change it, and so does time. */
export function useSeenBy(performer: Performer, world: StageWorld, role: string): Seen {
  const [seen, setSeen] = useState<Seen>(() => lookAt(performer, world, role));
  useEffect(() => {
    const again = () =>
      setSeen((before) => {
        const now = lookAt(performer, world, role);
        return now.words === before.words ? before : now;
      });
    const timer = setInterval(again, lookMs);
    const ends = [performer.connection.isShowing.subscribe(again), performer.connection.status.subscribe(again)];
    again();
    return () => {
      clearInterval(timer);
      for (const end of ends) end();
    };
  }, [performer, world, role]);
  return seen;
}

function lookAt({ connection }: Performer, world: StageWorld, role: string): Seen {
  return seenBy({ isShowing: connection.isShowing.get(), isConnected: connection.status.get() === "connected", role, scene: world.scene.get(), nowMs: world.clock.nowMs() });
}
