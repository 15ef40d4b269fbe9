import { useCallback, useEffect } from "react";
import type { TicketHolder } from "../contracts/contracts";
import { HouseHeard } from "../house/HouseHeard";
import { useHouse } from "../house/useHouse";
import { usePictures } from "../pictures/usePictures";
import { api } from "../shared/api";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { useHouseSounds } from "../sound/useHouseSounds";
import { useSound } from "../sound/useSound";
import { stageState } from "../stage/stageState";
import { useHouseVoices } from "../voice/useHouseVoices";
import { Captions } from "./captions/Captions";
import { surtitleWish } from "./captions/surtitleWish";
import type { CaptionSource } from "./captions/useCaptionTrack";
import { DoorsClosed } from "./DoorsClosed";
import { HouseNotice } from "./HouseNotice";
import { Reactions } from "./Reactions";
import { SeatDialog } from "./SeatDialog";
import { useOwnSeat } from "./useOwnSeat";
import { Toolbar } from "./Toolbar";
import { AudienceStage } from "./view/AudienceStage";
import { pictureQuality } from "./view/pictureQuality";
import { viewWish } from "./view/viewWish";
import { watchWish } from "./watchWish";
import { WordsPanel } from "./WordsPanel";

interface Props {
  performance: string;
  ticket: string | null;
  /** Whose ticket it is; null without one. */
  holder: TicketHolder | null;
}

/** A seat: the stage over the whole window, what is spoken in words, and little else. */
export function Auditorium({ performance, ticket, holder }: Props) {
  const house = useHouse(performance, ticket);
  const { world, connection, status, place, scene, plan } = house;
  const sound = useSound(world, plan);
  const voices = useHouseVoices(performance, ticket, world, sound);
  const houseSounds = useHouseSounds(world, sound);
  const seat = useOwnSeat(connection, world.house);
  const { pictures } = useStore(watchWish);
  const picturesAreRefused = usePictures(performance, ticket, world, pictures);
  const { position } = useStore(surtitleWish);
  const captions = useCallback<CaptionSource>((language, _version, signal) => api.captions(performance, language, { ticket, signal }), [performance, ticket]);
  useEffect(
    () =>
      exposeState(() => ({
        page: "watch",
        performance,
        connected: connection.status.get() === "connected",
        connection: connection.status.get(),
        place: connection.place.get()?.number ?? null,
        frame: connection.frame,
        view: viewWish.get().view,
        quality: pictureQuality.get(),
        ...stageState(world, plan),
        sound: sound.facts(),
        voice: voices.facts(),
        house: { mood: world.house.mood.get(), taken: world.house.taken, seat: seat.place.get(), sounds: houseSounds.current?.count ?? 0 },
      })),
    [performance, connection, world, plan, sound, voices, seat, houseSounds],
  );
  useEffect(() => {
    document.documentElement.dataset["connected"] = String(status === "connected");
    if (plan) document.title = `${plan.title} – VirtualStage`;
  }, [status, plan]);
  if (!scene && status !== "connecting" && status !== "connected") return <DoorsClosed performance={performance} status={status} place={place} />;
  return (
    <main className="auditorium" data-captions={position}>
      <Toolbar performance={performance} ticket={ticket} holder={holder} plan={plan} scene={scene} sound={sound} />
      <div className="auditorium-stage">
        <AudienceStage world={world} plan={plan} />
        <HouseNotice status={status} scene={scene} world={world} picturesAreRefused={picturesAreRefused} />
        <WordsPanel world={world} plan={plan} />
        <HouseHeard house={world.house} />
        <div className="in-the-house">
          <Reactions connection={connection} house={world.house} />
          <SeatDialog seat={seat} house={world.house} />
        </div>
      </div>
      <Captions of={`${performance} ${ticket ?? ""}`} world={world} plan={plan} source={captions} />
    </main>
  );
}
