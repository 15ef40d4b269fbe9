import { CueState, type CueView } from "../contracts/contracts";
import { cueStateName } from "../shared/words";
import { cueInfo, cueProgress } from "./cues";
import { timesNow } from "./showTime";
import type { Director } from "./useDirector";
import { useTick } from "./useTick";

const shown: ReadonlySet<CueState> = new Set([CueState.PreWait, CueState.Running, CueState.Paused, CueState.Failed]);

/** The cues that are under way, and how far they are. */
export function RunningCues({ director }: { director: Director }) {
  const cues = director.seen?.view.cues.filter((cue) => shown.has(cue.state)) ?? [];
  return (
    <section className="panel running" aria-labelledby="running-heading">
      <h2 id="running-heading">Running cues</h2>
      {cues.length === 0 ? <p className="faint">None.</p> : <Running director={director} cues={cues} />}
    </section>
  );
}

function Running({ director, cues }: { director: Director; cues: readonly CueView[] }) {
  useTick(100);
  const showMs = director.seen ? timesNow(director.seen, director.isConnected).show : 0;
  return (
    <ul>
      {cues.map((cue) => {
        const info = cueInfo(director.book, cue.number);
        const progress = cueProgress(cue, info, showMs);
        return (
          <li key={cue.number} data-state={cueStateName[cue.state]}>
            <span className="number">{cue.number}</span>
            <span className="title">{info?.title}</span>
            <span className="phase">{cueStateName[cue.state]}</span>
            {progress !== null && <progress max={1} value={progress} aria-label={`Progress of ${cue.number}`} />}
          </li>
        );
      })}
    </ul>
  );
}
