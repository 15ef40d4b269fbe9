import { useEffect, useMemo } from "react";
import { api } from "../shared/api";
import type { Arrival } from "../shared/arrival";
import { exposeState } from "../shared/probe";
import { performanceIn } from "../shared/route";
import { useStore, type Store } from "../shared/store";
import { useResource } from "../shared/useResource";
import { StageCanvas } from "../stage/StageCanvas";
import { stageState } from "../stage/stageState";
import { Surtitles } from "../watch/Surtitles";
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
  const hasSurtitles = wishes.get("surtitles") !== "off";
  useEffect(() => exposeState(() => ({ page: "film", recording, isReady: film.brush.isReady, ...stageState(world, plan) })), [film, recording, world, plan]);
  useEffect(() => {
    window.film = film;
    return () => {
      delete window.film;
    };
  }, [film]);
  return (
    <main className="auditorium film" data-surtitles={hasSurtitles && scene?.surtitle ? "on" : "off"}>
      <StageCanvas world={world} plan={plan} nameTags={wishes.get("tags") !== "off"} />
      {hasSurtitles && <Surtitles world={world} plan={plan} />}
    </main>
  );
}
