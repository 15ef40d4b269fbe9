import { CaptionsIcon, TagIcon } from "lucide-react";
import { useEffect, useState } from "react";
import type { RecordingContents } from "../contracts/contracts";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { useTick } from "../shared/useTick";
import { SoundControls } from "../sound/SoundControls";
import { StageCanvas } from "../stage/StageCanvas";
import { StageInWords } from "../stage/StageInWords";
import { stageState } from "../stage/stageState";
import { Surtitles } from "../watch/Surtitles";
import { FullScreen, Toggle } from "../watch/Toolbar";
import { offsetOf } from "./places";
import type { ReplayStatus } from "./Replay";
import { ReplayControls } from "./ReplayControls";
import { useReplay } from "./useReplay";
import { useReplayKeys } from "./useReplayKeys";

interface Props {
  contents: RecordingContents;
  ticket: string | null;
  /** The performance time at which it is shown first; null for its beginning. */
  startMs: number | null;
  /** Asks for what was recorded since, to go on from a performance time. */
  onMore(timeMs: number): void;
}

/** A recording: the stage over the whole window as in the house, and below what moves it. */
export function ReplayTheatre({ contents, ticket, startMs, onMore }: Props) {
  const { replay, plan, sound } = useReplay(contents, ticket, startMs);
  const [wishes, setWishes] = useState({ nameTags: true, inWords: false });
  const status = useStore(replay.status);
  const { world } = replay;
  useReplayKeys(replay);
  useEffect(
    () =>
      exposeState(() => ({
        page: "replay",
        recording: contents.id,
        status: replay.status.get(),
        speed: replay.speed.get(),
        offsetMs: offsetOf(contents, replay.timeMs),
        fromMs: contents.fromMs,
        untilMs: contents.untilMs,
        ...stageState(world, plan),
        sound: sound.facts(),
      })),
    [contents, replay, world, plan, sound],
  );
  useEffect(() => {
    document.title = `${contents.title}, a recording – VirtualStage`;
  }, [contents]);
  return (
    <main className="auditorium replay" data-surtitles="on">
      <header className="watch-bar">
        <h1>{contents.title}</h1>
        <p className="chip">Recording</p>
        <div className="tools">
          <SoundControls player={sound} />
          <Toggle label="Name tags" on={wishes.nameTags} onPress={() => setWishes({ ...wishes, nameTags: !wishes.nameTags })}>
            <TagIcon size={18} aria-hidden="true" />
          </Toggle>
          <Toggle label="Scene in words" on={wishes.inWords} onPress={() => setWishes({ ...wishes, inWords: !wishes.inWords })}>
            <CaptionsIcon size={18} aria-hidden="true" />
          </Toggle>
          <FullScreen />
        </div>
      </header>
      <StageCanvas world={world} plan={plan} nameTags={wishes.nameTags} />
      <div className="house-notices">
        <p role="status" aria-label="The recording" className={status === "playing" ? "visually-hidden" : "chip"}>
          {statusWords[status]}
        </p>
        {status === "ended" && contents.isGoingOn && (
          <button type="button" className="button" onClick={() => onMore(replay.timeMs)}>
            Go on with what was recorded since
          </button>
        )}
        <Missing contents={contents} timeMs={() => replay.timeMs} />
      </div>
      {wishes.inWords && plan && (
        <section className="words-panel" aria-label="The stage in words">
          <StageInWords world={world} plan={plan} />
        </section>
      )}
      <Surtitles world={world} plan={plan} />
      <ReplayControls replay={replay} />
    </main>
  );
}

/** That nothing is to be seen here, so that nobody looks for the fault on their side. */
function Missing({ contents, timeMs }: { contents: RecordingContents; timeMs(): number }) {
  useTick(500);
  const now = timeMs();
  const gap = contents.gaps.find((one) => one.fromMs <= now && one.untilMs > now);
  return gap ? <p className="chip is-trouble">Something is missing here: {gap.reason}.</p> : null;
}

const statusWords: Record<ReplayStatus, string> = {
  loading: "Fetching the recording …",
  playing: "Playing",
  paused: "Paused",
  ended: "The recording has ended",
  failed: "The recording cannot be fetched any more",
};
