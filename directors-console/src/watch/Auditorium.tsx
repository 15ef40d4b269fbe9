import { useEffect, useState } from "react";
import { useHouse } from "../house/useHouse";
import { usePictures } from "../pictures/usePictures";
import { exposeState } from "../shared/probe";
import { useSound } from "../sound/useSound";
import { StageCanvas } from "../stage/StageCanvas";
import { StageInWords } from "../stage/StageInWords";
import { stageState } from "../stage/stageState";
import { useHouseVoices } from "../voice/useHouseVoices";
import { DoorsClosed } from "./DoorsClosed";
import { HouseNotice } from "./HouseNotice";
import { Surtitles } from "./Surtitles";
import { Toolbar, type Wishes } from "./Toolbar";

/** A seat: the stage over the whole window, surtitles below, and little else. */
export function Auditorium({ performance, ticket }: { performance: string; ticket: string | null }) {
  const house = useHouse(performance, ticket);
  const { world, connection, status, place, scene, plan } = house;
  usePictures(performance, ticket, world);
  const sound = useSound(world, plan);
  const voices = useHouseVoices(performance, ticket, world, sound);
  const [wishes, setWishes] = useState<Wishes>({ nameTags: true, inWords: false });
  useEffect(
    () =>
      exposeState(() => ({
        page: "watch",
        performance,
        connected: connection.status.get() === "connected",
        connection: connection.status.get(),
        place: connection.place.get()?.number ?? null,
        frame: connection.frame,
        ...stageState(world, plan),
        sound: sound.facts(),
        voice: voices.facts(),
      })),
    [performance, connection, world, plan, sound, voices],
  );
  useEffect(() => {
    document.documentElement.dataset["connected"] = String(status === "connected");
    if (plan) document.title = `${plan.title} – VirtualStage`;
  }, [status, plan]);
  if (!scene && status !== "connecting" && status !== "connected") return <DoorsClosed performance={performance} status={status} place={place} />;
  return (
    <main className="auditorium" data-surtitles={scene?.surtitle ? "on" : "off"}>
      <Toolbar performance={performance} plan={plan} players={scene?.players ?? []} wishes={wishes} sound={sound} onWish={setWishes} />
      <StageCanvas world={world} plan={plan} nameTags={wishes.nameTags} />
      <HouseNotice status={status} scene={scene} />
      {wishes.inWords && plan && (
        <section className="words-panel" aria-label="The stage in words">
          <StageInWords world={world} plan={plan} />
        </section>
      )}
      <Surtitles world={world} plan={plan} />
    </main>
  );
}
