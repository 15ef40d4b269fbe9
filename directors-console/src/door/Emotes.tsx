import { Emote } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { emoteName } from "../shared/words";
import type { StageConnection } from "./stageConnection";

/** What the body can do besides walking. */
export function Emotes({ connection }: { connection: StageConnection }) {
  const isOn = useStore(connection.status) === "on stage";
  return (
    <div className="emotes" role="group" aria-label="Emotes">
      {Object.values(Emote).map((emote) => (
        <button key={emote} type="button" className="button is-small" disabled={!isOn} onClick={() => connection.send({ type: "EmoteRequest", value: { emote } })}>
          {emoteName[emote]}
        </button>
      ))}
      <p className="faint">
        Walk with <kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> or <kbd>W</kbd> <kbd>A</kbd> <kbd>S</kbd> <kbd>D</kbd>, run with <kbd>Shift</kbd>
      </p>
    </div>
  );
}
