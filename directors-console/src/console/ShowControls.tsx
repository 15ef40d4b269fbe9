import { ShowState } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { CloseDialog } from "./CloseDialog";
import type { Director } from "./useDirector";
import { showSteps } from "./showSteps";

/** Where the show is, and where it can go from there. */
export function ShowControls({ director }: { director: Director }) {
  const { desk, isConnected, seen } = director;
  const pending = useStore(desk.pending);
  const show = seen?.view.show ?? null;
  return (
    <section className="panel" aria-labelledby="show-heading">
      <h2 id="show-heading">Show</h2>
      <div className="steps">
        {showSteps.map(({ label, command, from, leads }) => (
          <button
            key={label}
            type="button"
            className={show !== null && leads.includes(show) ? "button is-small is-primary" : "button is-small"}
            disabled={!isConnected || show === null || !from.includes(show) || pending.has(command.type)}
            onClick={() => void desk.press(label, command)}
          >
            {label}
          </button>
        ))}
        <CloseDialog
          disabled={!isConnected || show === null || show === ShowState.Closed}
          isNext={show === ShowState.CurtainCall}
          onConfirm={() => void desk.press("Close the performance", { type: "CloseShow", value: {} })}
        />
      </div>
    </section>
  );
}
