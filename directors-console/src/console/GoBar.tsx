import { OctagonXIcon } from "lucide-react";
import { useStore } from "../shared/store";
import { cueInfo } from "./cues";
import { ReportLine } from "./ReportLine";
import { useShortcuts } from "./shortcuts";
import type { Director } from "./useDirector";

/** Standby, GO and panic: what a hand must find without looking. */
export function GoBar({ director }: { director: Director }) {
  const { desk, isConnected, seen, book } = director;
  const pending = useStore(desk.pending);
  const standby = seen?.view.standby ?? null;
  const next = seen?.view.next ?? null;
  const standbyInfo = cueInfo(book, standby);
  const nextInfo = cueInfo(book, next);
  const go = () => standby !== null && void desk.press(`GO ${standby}`, { type: "Go", value: { cue: standby, revision: seen?.view.revision ?? null } });
  const standBy = () => next !== null && next !== standby && void desk.press(`Standby ${next}`, { type: "StandBy", value: { cue: next } });
  const panic = () => void desk.press("Panic", { type: "Panic", value: {} });
  useShortcuts((shortcut) => ({ go, standby: standBy, panic })[shortcut]());
  return (
    <footer className="go-bar" aria-label="Calling">
      <ReportLine desk={desk} />
      <button
        type="button"
        className="standby"
        data-keys="console"
        disabled={!isConnected || next === null || next === standby || pending.has("StandBy")}
        onClick={standBy}
        aria-keyshortcuts="Enter S"
      >
        <span className="verb">
          Standby <kbd aria-hidden="true">Enter</kbd>
        </span>{" "}
        <span className="cue">{next ?? "–"}</span>{" "}
        <span className="title">{next === null ? "the sheet is at its end" : next === standby ? "is on standby" : (nextInfo?.title ?? "")}</span>
      </button>
      <button
        type="button"
        className="go"
        data-keys="console"
        disabled={!isConnected || standby === null || pending.has("Go")}
        onClick={go}
        aria-keyshortcuts="Space"
      >
        <span className="verb">
          GO <kbd aria-hidden="true">Space</kbd>
        </span>{" "}
        <span className="cue">{standby ?? ""}</span>{" "}
        <span className="title">{standby === null ? "no cue on standby" : (standbyInfo?.title ?? "")}</span>
      </button>
      <button type="button" className="panic" data-keys="console" disabled={!isConnected} onClick={panic} aria-keyshortcuts="Escape">
        <OctagonXIcon size={26} aria-hidden="true" />
        <span className="verb">Panic</span>
        <kbd aria-hidden="true">Esc</kbd>
      </button>
    </footer>
  );
}
