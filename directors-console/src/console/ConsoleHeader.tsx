import { MoonIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Banner } from "../shared/Banner";
import { clockText, showStateName } from "../shared/words";
import { timesNow } from "./showTime";
import type { Director } from "./useDirector";
import { useTick } from "./useTick";

const dimKey = "virtualstage.dim";

/** What must be seen at a glance: is there a connection, where is the show, what time is it. */
export function ConsoleHeader({ director, title }: { director: Director; title: string }) {
  useTick(250);
  const [dim, setDim] = useState(() => localStorage.getItem(dimKey) === "true");
  useEffect(() => {
    document.documentElement.dataset["dim"] = String(dim);
    localStorage.setItem(dimKey, String(dim));
  }, [dim]);
  const view = director.seen?.view ?? null;
  const times = director.seen ? timesNow(director.seen, director.isConnected) : null;
  return (
    <Banner title={title}>
      <dl className="facts">
        <Fact name="Show" value={view ? showStateName[view.show] : "–"} />
        <Fact name="Show time" value={times ? clockText(times.show) : "–"} isClock />
        <Fact name="Performance time" value={times ? clockText(times.performance) : "–"} isClock />
        {view && view.rate !== 1 && <Fact name="Speed" value={`× ${view.rate}`} />}
        <Fact name="Lead" value={view ? `${view.leadMs} ms` : "–"} />
        <Fact name="House" value={view ? String(view.houseCount) : "–"} />
      </dl>
      <p className="link" role="status" aria-label="Connection" data-state={director.link}>
        {linkWords[director.link]}
      </p>
      <button type="button" className="button is-small" aria-pressed={dim} onClick={() => setDim(!dim)}>
        <MoonIcon size={16} aria-hidden="true" /> Dim
      </button>
    </Banner>
  );
}

const linkWords = { connecting: "Connecting …", connected: "Connected", reconnecting: "No connection" };

function Fact({ name, value, isClock = false }: { name: string; value: string; isClock?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isClock ? "clock" : undefined}>{value}</dd>
    </div>
  );
}
