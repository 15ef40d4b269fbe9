import { TriangleIcon } from "lucide-react";
import { useMay, usePending, useSeen } from "../director/useDirector";
import { Key, useAriaKeys } from "../keys/Key";
import type { Calls } from "./useCalls";

/** Tells the departments of the cue at the playhead to get ready. */
export function WarnButton({ calls }: { calls: Calls }) {
  const may = useMay("call");
  const isPending = usePending("Warn");
  const keys = useAriaKeys("warn");
  const warned = useSeen((view) => view.warned);
  const standby = useSeen((view) => view.standby);
  const next = useSeen((view) => view.next);
  const isDone = next === null || next === warned || next === standby;
  return (
    <button type="button" className="call warn" data-keys="console" disabled={!may || isDone || isPending} onClick={calls.warn} aria-keyshortcuts={keys}>
      <span className="verb">
        <TriangleIcon size={16} aria-hidden="true" strokeWidth={2.5} /> Warn
      </span>{" "}
      <span className="cue">{next ?? "–"}</span>
      {next !== null && next === warned && <span className="title">is warned</span>}
      <Key action="warn" />
    </button>
  );
}
