import { PauseIcon, PlayIcon, SquareIcon } from "lucide-react";
import { CueState, type CueInfo, type CueView } from "../../contracts/contracts";
import { useTick } from "../../shared/useTick";
import { cueStateName } from "../../shared/words";
import { CueStateSign } from "../cue/CueStateSign";
import { cueProgress } from "../cue/cues";
import { DepartmentBadge } from "../cue/DepartmentBadge";
import { timesNow } from "../director/showTime";
import { useDirector, useMay } from "../director/useDirector";

/** A cue under way: how far it is, how long it still takes, and the ways to stop it. */
export function RunningCue({ cue, info }: { cue: CueView; info: CueInfo | null }) {
  const { press } = useDirector();
  const may = useMay("call");
  const { number, state } = cue;
  const isPaused = state === CueState.Paused;
  return (
    <li data-state={cueStateName[state]}>
      {info && <DepartmentBadge department={info.department} />}
      <span className="number">{number}</span>
      <span className="title">{info?.title}</span>
      <span className="acts">
        {isPaused ? (
          <button type="button" className="button is-small is-icon" aria-label={`Resume cue ${number}`} title="Resume" disabled={!may} onClick={() => press(`Resume ${number}`, { type: "ResumeCue", value: { cue: number } })}>
            <PlayIcon size={14} aria-hidden="true" />
          </button>
        ) : (
          <button
            type="button"
            className="button is-small is-icon"
            aria-label={`Pause cue ${number}`}
            title="Pause"
            disabled={!may || state === CueState.Failed}
            onClick={() => press(`Pause ${number}`, { type: "PauseCue", value: { cue: number } })}
          >
            <PauseIcon size={14} aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          className="button is-small is-icon"
          aria-label={`Stop cue ${number}`}
          title="Stop"
          disabled={!may || state === CueState.Failed}
          onClick={() => press(`Stop ${number}`, { type: "StopCue", value: { cue: number } })}
        >
          <SquareIcon size={13} aria-hidden="true" fill="currentColor" />
        </button>
      </span>
      <Progress cue={cue} info={info} />
      {cue.reason && <p className="reason">{cue.reason}</p>}
    </li>
  );
}

function Progress({ cue, info }: { cue: CueView; info: CueInfo | null }) {
  useTick(100);
  const showMs = timesNow(useDirector())?.show ?? 0;
  const progress = cueProgress(cue, info, showMs);
  const leftMs = cue.leftMs ?? (cue.dueMs === null ? null : Math.max(0, cue.dueMs - showMs));
  const followsMs = cue.followsMs === null ? null : Math.max(0, cue.followsMs - showMs);
  return (
    <span className="phase">
      <CueStateSign state={cue.state} isNext={false} isDisarmed={false} />
      {progress !== null && <progress max={1} value={progress} aria-label={`Progress of ${cue.number}`} />}
      {leftMs !== null && <span className="left">{(leftMs / 1000).toFixed(1)} s</span>}
      {followsMs !== null && <span className="follows">the next in {(followsMs / 1000).toFixed(1)} s</span>}
    </span>
  );
}
