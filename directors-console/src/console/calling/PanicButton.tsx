import { OctagonXIcon } from "lucide-react";
import { useMay } from "../director/useDirector";
import { Key, useAriaKeys } from "../keys/Key";
import type { Calls } from "./useCalls";

/** Fades everything to the safe look; pressed again, stops at once. */
export function PanicButton({ calls }: { calls: Calls }) {
  const may = useMay("call");
  const keys = useAriaKeys("panic");
  return (
    <button type="button" className="call panic" data-keys="console" disabled={!may} onClick={calls.panic} aria-keyshortcuts={keys} title="Fade everything to the safe look; again: stop at once">
      <OctagonXIcon size={28} aria-hidden="true" />
      <span className="verb">Panic</span>
      <Key action="panic" />
    </button>
  );
}
