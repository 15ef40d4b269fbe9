import { HandIcon, PlayIcon } from "lucide-react";
import { ShowState } from "../../contracts/contracts";
import { useMay, usePending, useSeen } from "../director/useDirector";
import { Key, useAriaKeys } from "../keys/Key";
import type { Calls } from "./useCalls";

/** Stops the show where it is, and lets it go on. */
export function HoldButton({ calls }: { calls: Calls }) {
  const may = useMay("call");
  const isHolding = usePending("Hold");
  const isResuming = usePending("Resume");
  const keys = useAriaKeys("hold");
  const show = useSeen((view) => view.show);
  const isHeld = show === ShowState.Held;
  const Icon = isHeld ? PlayIcon : HandIcon;
  return (
    <button
      type="button"
      className="call hold"
      data-keys="console"
      data-held={isHeld}
      disabled={!may || isHolding || isResuming || !(isHeld || show === ShowState.Running)}
      onClick={calls.hold}
      aria-keyshortcuts={keys}
    >
      <Icon size={20} aria-hidden="true" />
      <span className="verb">{isHeld ? "Resume" : "Hold"}</span>
      <Key action="hold" />
    </button>
  );
}
