import { useEffect, useState } from "react";
import { useHouse } from "../house/useHouse";
import { exposeState } from "../shared/probe";
import { StageCanvas } from "../stage/StageCanvas";
import { stageState } from "../stage/stageState";
import { CallerPanel } from "./CallerPanel";
import { ConsoleHeader } from "./ConsoleHeader";
import { GoBar } from "./GoBar";
import { RolesPanel } from "./RolesPanel";
import { RunningCues } from "./RunningCues";
import { ScriptPanel } from "./ScriptPanel";
import { ShowControls } from "./ShowControls";
import { timesNow } from "./showTime";
import { useDirector, type Director } from "./useDirector";

interface Props {
  performance: string;
  ticket: string;
  person: string;
  notice: string | null;
}

export function Console({ performance, ticket, person, notice }: Props) {
  const director = useDirector(performance, ticket, person);
  const house = useHouse(performance, ticket);
  useProbe(director, house);
  const [isTold, setTold] = useState(false);
  const trouble = director.seen?.view.trouble ?? null;
  return (
    <div className="console" data-connected={director.isConnected}>
      <ConsoleHeader director={director} title={house.plan?.title ?? director.book?.title ?? performance} />
      <div className="alerts" role="alert">
        {director.refusal && <p className="alert">{director.refusal}</p>}
        {trouble && <p className="alert">The journal cannot be written: {trouble}</p>}
        {notice && !isTold && (
          <p className="alert">
            {notice}{" "}
            <button type="button" className="button is-small" onClick={() => setTold(true)}>
              Understood
            </button>
          </p>
        )}
      </div>
      <main className="desk">
        <ScriptPanel director={director} />
        <section className="panel stage-panel" aria-label="Stage">
          <StageCanvas world={house.world} plan={house.plan} nameTags mostPixelRatio={1.5} />
          <p className="look faint">
            Look <strong>{house.scene?.light.look ?? "–"}</strong>
          </p>
        </section>
        <div className="side">
          <ShowControls director={director} />
          <CallerPanel director={director} />
          <RunningCues director={director} />
          <RolesPanel director={director} roles={house.plan?.roles ?? []} />
        </div>
      </main>
      <GoBar director={director} />
    </div>
  );
}

/** Lets tests read what the console knows, next to what the stage shows. */
function useProbe(director: Director, { world, connection, plan }: ReturnType<typeof useHouse>): void {
  useEffect(
    () =>
      exposeState(() => {
        const seen = director.seen;
        return {
          page: "console",
          performance: director.performance,
          connected: director.isConnected,
          connection: director.link,
          houseConnected: connection.status.get() === "connected",
          frame: connection.frame,
          ...stageState(world, plan),
          view: seen?.view ?? null,
          times: seen ? timesNow(seen, director.isConnected) : null,
          report: director.desk.report.get(),
        };
      }),
    [director, world, connection, plan],
  );
}
