import { useCallback, useEffect, useMemo } from "react";
import { api } from "../shared/api";
import type { Arrival } from "../shared/arrival";
import { exposeState } from "../shared/probe";
import { performanceIn } from "../shared/route";
import { useStore, type Store } from "../shared/store";
import { useResource } from "../shared/useResource";
import { StageCanvas } from "../stage/StageCanvas";
import { stageState } from "../stage/stageState";
import { Captions } from "../watch/captions/Captions";
import { surtitleWish } from "../watch/captions/surtitleWish";
import type { CaptionSource } from "../watch/captions/useCaptionTrack";
import { Film } from "./Film";

declare global {
  interface Window {
    /** For the program that makes a film of a recording. */
    film?: Film;
  }
}

/** What an audience sees, without anything to press: for a browser that nobody looks at. */
export function FilmPage({ arrival }: { arrival: Store<Arrival> }) {
  const { isKnown, ticket } = useStore(arrival);
  const film = useMemo(() => new Film(), []);
  const { world } = film;
  const recording = performanceIn(location.pathname) ?? "";
  const scene = useStore(world.scene);
  const version = scene?.planVersion;
  const plan = useResource(isKnown && version !== undefined ? recording : null, (signal) => api.recordedPlan(recording, version ?? 0, { ticket, signal }), version).value;
  const wishes = useMemo(() => new URLSearchParams(location.search), []);
  const { position } = useStore(surtitleWish);
  const captions = useCallback<CaptionSource>((language, of, signal) => api.recordedCaptions(recording, of, language, { ticket, signal }), [recording, ticket]);
  const hasSurtitles = wishes.get("surtitles") !== "off";
  useEffect(() => exposeState(() => ({ page: "film", recording, isReady: film.brush.isReady, ...stageState(world, plan) })), [film, recording, world, plan]);
  useEffect(() => {
    window.film = film;
    return () => {
      delete window.film;
    };
  }, [film]);
  return (
    <main className="auditorium film" data-captions={position}>
      <div className="auditorium-stage">
        <StageCanvas world={world} plan={plan} nameTags={wishes.get("tags") !== "off"} />
      </div>
      {hasSurtitles && <Captions of={recording} world={world} plan={plan} source={captions} />}
    </main>
  );
}
