import { BookOpenIcon, BookOpenCheckIcon, BotIcon } from "lucide-react";
import { useDirector, useMay, usePending, useSeen } from "../director/useDirector";

/** Who calls the show, and the book to take or to give back. */
export function CallerBadge() {
  const director = useDirector();
  const may = useMay("call");
  const isLeaving = usePending("LeaveCalling");
  const isTaking = usePending("TakeCalling");
  const caller = useSeen((view) => view.caller);
  const mine = caller !== null && !caller.isBot && caller.person === director.holder.person;
  const Icon = mine ? BookOpenCheckIcon : caller?.isBot ? BotIcon : BookOpenIcon;
  return (
    <div className="caller" data-mine={mine}>
      <p>
        <Icon size={18} aria-hidden="true" />
        <span>
          <span className="label">Calls the show</span>
          <span className="who">{caller ? (mine ? "You" : caller.name || "Somebody") : "–"}</span>
        </span>
      </p>
      {mine ? (
        <button type="button" className="button is-small" disabled={!may || isLeaving} onClick={() => director.press("Give the book back", { type: "LeaveCalling", value: {} })}>
          Give it back
        </button>
      ) : (
        <button type="button" className="button is-small" disabled={!may || isTaking} onClick={() => director.press("Take the book", { type: "TakeCalling", value: {} })}>
          Take the book
        </button>
      )}
    </div>
  );
}
