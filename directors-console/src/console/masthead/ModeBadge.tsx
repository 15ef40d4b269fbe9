import { CircleIcon, RepeatIcon } from "lucide-react";
import { useSeen } from "../director/useDirector";

/** Rehearsal and live must never be taken for one another: another word, another shape, another colour. */
export function ModeBadge() {
  const isRehearsal = useSeen((view) => view.isRehearsal);
  if (isRehearsal === null) return <p className="mode">…</p>;
  return isRehearsal ? (
    <p className="mode" data-mode="rehearsal">
      <RepeatIcon size={16} strokeWidth={3} aria-hidden="true" /> REHEARSAL
    </p>
  ) : (
    <p className="mode" data-mode="live">
      <CircleIcon size={13} fill="currentColor" aria-hidden="true" /> LIVE
    </p>
  );
}
