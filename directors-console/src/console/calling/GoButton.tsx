import { useBook, useMay, usePending, useSeen } from "../director/useDirector";
import { Key, useAriaKeys } from "../keys/Key";
import { Phase } from "./Phase";
import { Ready } from "./Ready";
import type { Calls } from "./useCalls";

/** GO, labelled with the exact cue that it calls and what follows it by itself. */
export function GoButton({ calls }: { calls: Calls }) {
  const may = useMay("call");
  const isPending = usePending("Go");
  const keys = useAriaKeys("go");
  const standby = useSeen((view) => view.standby);
  const book = useBook();
  const info = book?.cue(standby) ?? null;
  const following = standby === null ? [] : (book?.chainFrom(standby).slice(1) ?? []);
  return (
    <div className="go-place">
      <button type="button" className="call go" data-keys="console" data-pending={isPending} disabled={!may || standby === null || isPending} onClick={calls.go} aria-keyshortcuts={keys}>
        <span className="verb">
          GO <Key action="go" />
        </span>{" "}
        <span className="cue">{standby ?? ""}</span> <span className="title">{standby === null ? "no cue on standby" : (info?.title ?? "")}</span>{" "}
        <span className="does">
          {info?.summary}
          {following.length > 0 && <span className="following"> · then {following.map((cue) => cue.number).join(", ")}</span>}
        </span>
        <Phase type="Go" />
      </button>
      <Ready />
    </div>
  );
}
