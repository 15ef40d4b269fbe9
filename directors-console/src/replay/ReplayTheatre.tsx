import { useCallback, useEffect } from "react";
import type { RecordingContents } from "../contracts/contracts";
import { api } from "../shared/api";
import { exposeState } from "../shared/probe";
import { useStore } from "../shared/store";
import { useTick } from "../shared/useTick";
import { SoundControls } from "../sound/SoundControls";
import { useHouseSounds } from "../sound/useHouseSounds";
import { stageState } from "../stage/stageState";
import { Tools } from "../watch/bar/Tools";
import { usePanel } from "../watch/bar/usePanel";
import { useViewerTools } from "../watch/bar/useViewerTools";
import { ViewerSheets } from "../watch/bar/ViewerSheets";
import { Captions } from "../watch/captions/Captions";
import { surtitleWish } from "../watch/captions/surtitleWish";
import type { CaptionSource } from "../watch/captions/useCaptionTrack";
import { AudienceStage } from "../watch/view/AudienceStage";
import { WordsPanel } from "../watch/WordsPanel";
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
  const { panel, open, close, press, opener } = usePanel();
  const tools = useViewerTools(open);
  const { position } = useStore(surtitleWish);
  const captions = useCallback<CaptionSource>((language, version, signal) => api.recordedCaptions(contents.id, version, language, { ticket, signal }), [contents, ticket]);
  const status = useStore(replay.status);
  const { world } = replay;
  useReplayKeys(replay);
  useHouseSounds(world, sound);
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
    <main className="auditorium replay" data-captions={position}>
      <header className="watch-bar">
        <h1>{contents.title}</h1>
        <p className="chip">Recording</p>
        <div className="tools">
          <SoundControls player={sound} />
          <Tools tools={tools} onPressed={press} />
        </div>
        <ViewerSheets panel={panel} plan={plan} opener={opener} onClose={close} />
      </header>
      <div className="auditorium-stage">
        <AudienceStage world={world} plan={plan} />
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
        <WordsPanel world={world} plan={plan} />
      </div>
      <Captions of={contents.id} world={world} plan={plan} source={captions} />
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
