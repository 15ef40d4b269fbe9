import { useTick } from "../../shared/useTick";
import { clockText } from "../../shared/words";
import { actClock } from "../director/actClock";
import { timesNow } from "../director/showTime";
import { useBook, useDirector, useSeen } from "../director/useDirector";

/** Show time largest: everything is called by it. */
export function Clocks() {
  const now = useTick(250);
  const director = useDirector();
  const book = useBook();
  const rate = useSeen((view) => view.rate);
  const runs = useSeen((view) => view.showTimeRuns);
  const lead = useSeen((view) => view.leadMs);
  const times = timesNow(director);
  const act = book && director.view && times ? actClock(book, director.view, times.show) : null;
  return (
    <dl className="clocks">
      <Fact name={runs === false ? "Show, stopped" : "Show"} value={times ? clockText(times.show) : "–"} isMain />
      <Fact name={act?.title ?? "Act"} value={act && act.ms !== null ? clockText(act.ms) : "–"} />
      <Fact name="Performance" value={times ? clockText(times.performance) : "–"} />
      <Fact name="Time of day" value={now.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false })} />
      {rate !== null && rate !== 1 && <Fact name="Speed" value={`× ${rate}`} />}
      <Fact name="Lead" value={lead === null ? "–" : `${lead} ms`} />
    </dl>
  );
}

function Fact({ name, value, isMain = false }: { name: string; value: string; isMain?: boolean }) {
  return (
    <div data-main={isMain}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
