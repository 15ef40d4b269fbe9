import { Undo2Icon } from "lucide-react";
import { useMay, usePending, useSeen } from "../director/useDirector";
import { Key, useAriaKeys } from "../keys/Key";
import type { Calls } from "./useCalls";

/** Takes the last GO back. */
export function BackButton({ calls }: { calls: Calls }) {
  const may = useMay("call");
  const isPending = usePending("Back");
  const keys = useAriaKeys("back");
  const canGoBack = useSeen((view) => view.canGoBack) ?? 0;
  return (
    <button type="button" className="call back" data-keys="console" disabled={!may || canGoBack === 0 || isPending} onClick={calls.back} aria-keyshortcuts={keys} title="Restore the state before the last GO">
      <Undo2Icon size={20} aria-hidden="true" />
      <span className="verb">Back</span>
      <Key action="back" />
    </button>
  );
}
