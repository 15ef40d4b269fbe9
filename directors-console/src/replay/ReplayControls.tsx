import { PauseIcon, PlayIcon, RotateCcwIcon, RotateCwIcon } from "lucide-react";
import { useStore } from "../shared/store";
import { useTick } from "../shared/useTick";
import { clockTime, offsetOf, placeAt, timeAt, timeInWords } from "./places";
import { PlacesDialog } from "./PlacesDialog";
import { speeds, type Replay } from "./Replay";
import { toggle } from "./useReplayKeys";

const skipMs = 10_000;

/** Play and pause, where it is, how fast, and places to go to. */
export function ReplayControls({ replay }: { replay: Replay }) {
  useTick(250);
  const status = useStore(replay.status);
  const speed = useStore(replay.speed);
  const { contents } = replay;
  const [atMs, wholeMs] = [offsetOf(contents, replay.timeMs), offsetOf(contents, contents.untilMs)];
  const skip = (ms: number) => replay.seek(timeAt(contents, atMs + ms));
  const isPlaying = status === "playing";
  return (
    <section className="replay-controls" aria-label="Replay">
      <button type="button" className="tool" aria-label="Back 10 seconds" title="Back 10 seconds" onClick={() => skip(-skipMs)}>
        <RotateCcwIcon size={18} aria-hidden="true" />
      </button>
      <button type="button" className="tool with-text" onClick={() => toggle(replay)}>
        {isPlaying ? <PauseIcon size={18} aria-hidden="true" /> : <PlayIcon size={18} aria-hidden="true" />} {isPlaying ? "Pause" : "Play"}
      </button>
      <button type="button" className="tool" aria-label="On 10 seconds" title="On 10 seconds" onClick={() => skip(skipMs)}>
        <RotateCwIcon size={18} aria-hidden="true" />
      </button>
      <input
        type="range"
        aria-label="Position"
        min={0}
        max={Math.ceil(wholeMs / 1000)}
        step={1}
        value={Math.floor(atMs / 1000)}
        aria-valuetext={`${timeInWords(atMs)} of ${timeInWords(wholeMs)}${spoken(placeAt(contents.marks, replay.timeMs))}`}
        onChange={(event) => replay.seek(timeAt(contents, Number(event.target.value) * 1000))}
      />
      <p className="replay-time" aria-hidden="true">
        {clockTime(atMs)} / {clockTime(wholeMs)}
      </p>
      <label className="replay-speed">
        <span className="visually-hidden">Speed</span>
        <select value={speed} title={speed === 1 ? "Speed" : "Voices are heard at the recording's own speed alone"} onChange={(event) => replay.setSpeed(Number(event.target.value))}>
          {speeds.map((one) => (
            <option key={one} value={one}>
              {one} ×
            </option>
          ))}
        </select>
      </label>
      <PlacesDialog replay={replay} />
    </section>
  );
}

const spoken = (place: string): string => (place ? `, ${place}` : "");
