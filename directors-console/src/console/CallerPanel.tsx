import { BookOpenIcon, BotIcon } from "lucide-react";
import { useStore } from "../shared/store";
import type { Director } from "./useDirector";

/** Who calls the show, and the book to take or to give back. */
export function CallerPanel({ director }: { director: Director }) {
  const { desk, isConnected, seen, person } = director;
  const pending = useStore(desk.pending);
  const caller = seen?.view.caller ?? null;
  const mine = caller !== null && !caller.isBot && caller.person === person;
  return (
    <section className="panel caller" aria-labelledby="caller-heading">
      <h2 id="caller-heading">Caller</h2>
      <p className="who">
        {caller?.isBot ? <BotIcon size={18} aria-hidden="true" /> : <BookOpenIcon size={18} aria-hidden="true" />}
        {caller ? (mine ? "You call the show" : caller.name || "Nobody calls the show") : "–"}
      </p>
      {mine ? (
        <button type="button" className="button is-small" disabled={!isConnected || pending.has("LeaveCalling")} onClick={() => void desk.press("Give the book back", { type: "LeaveCalling", value: {} })}>
          Give it back to the bot
        </button>
      ) : (
        <button type="button" className="button is-small" disabled={!isConnected || pending.has("TakeCalling")} onClick={() => void desk.press("Take the book", { type: "TakeCalling", value: {} })}>
          Take the book
        </button>
      )}
    </section>
  );
}
