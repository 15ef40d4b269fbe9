import { useBook, useMay, usePending, useSeen } from "../director/useDirector";
import { Key, useAriaKeys } from "../keys/Key";
import { Phase } from "./Phase";
import type { Calls } from "./useCalls";

/** Puts the cue at the playhead on standby; once it is, takes it back. */
export function StandbyButton({ calls }: { calls: Calls }) {
  const may = useMay("call");
  const isPending = usePending("StandBy");
  const isReleasing = usePending("ReleaseStandby");
  const keys = useAriaKeys("standby");
  const standby = useSeen((view) => view.standby);
  const next = useSeen((view) => view.next);
  const info = useBook()?.cue(next) ?? null;
  const isOn = next !== null && next === standby;
  return (
    <div className="standby-place">
      <button type="button" className="call standby" data-keys="console" disabled={!may || next === null || isOn || isPending} onClick={calls.standby} aria-keyshortcuts={keys}>
        <span className="verb">
          Standby <Key action="standby" />
        </span>{" "}
        <span className="cue">{next ?? "–"}</span> <span className="title">{next === null ? "the sheet is at its end" : isOn ? "is on standby" : (info?.title ?? "")}</span>
        <Phase type="StandBy" />
      </button>
      <button type="button" className="button is-small release" disabled={!may || standby === null || isReleasing} onClick={calls.release}>
        Release {standby ?? "the standby"} <Key action="release" />
      </button>
    </div>
  );
}
