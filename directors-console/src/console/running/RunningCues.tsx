import { CueState, type CueView } from "../../contracts/contracts";
import { useBook, useSeen } from "../director/useDirector";
import { RunningCue } from "./RunningCue";

const shown: ReadonlySet<CueState> = new Set([CueState.PreWait, CueState.Running, CueState.Paused, CueState.Failed]);
const underWay = (cues: readonly CueView[]) => cues.filter((cue) => shown.has(cue.state));

/** The cues that are under way, and how far they are. */
export function RunningCues() {
  const cues = useSeen((view) => view.cues);
  const book = useBook();
  const running = underWay(cues ?? []);
  return (
    <section className="panel running" aria-labelledby="running-heading">
      <h2 id="running-heading">Running cues</h2>
      {running.length === 0 ? (
        <p className="faint">None.</p>
      ) : (
        <ul>
          {running.map((cue) => (
            <RunningCue key={cue.number} cue={cue} info={book?.cue(cue.number) ?? null} />
          ))}
        </ul>
      )}
    </section>
  );
}
