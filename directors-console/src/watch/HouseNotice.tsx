import { ShowState, type StageScene } from "../contracts/contracts";
import type { HouseStatus } from "../house/connection";
import { showStateForAudience } from "../shared/words";
import type { StageWorld } from "../stage/world";
import { IntervalClock } from "./IntervalClock";

/** What the audience has to know besides the play: that the connection was lost, or that nothing is played at the moment. */
export function HouseNotice({ status, scene, world, picturesAreRefused }: { status: HouseStatus; scene: StageScene | null; world: StageWorld; picturesAreRefused: boolean }) {
  const quiet = scene !== null && scene.show !== ShowState.Running;
  return (
    <div className="house-notices" role="status">
      {status !== "connected" && <p className="chip is-trouble">{wordsFor[status]}</p>}
      {picturesAreRefused && <p className="chip">So many are watching that performers are shown without their pictures at the moment.</p>}
      {quiet && (
        <p className="chip">
          {showStateForAudience[scene.show]}
          <IntervalClock world={world} />
        </p>
      )}
    </div>
  );
}

const wordsFor: Record<HouseStatus, string> = {
  connecting: "Finding your seat …",
  connected: "",
  reconnecting: "The connection was lost. Coming back …",
  "doors closed": "The doors were closed. Waiting for them to open …",
  "no such performance": "This performance is gone. Looking again …",
  "house full": "The house is full. Waiting for a seat …",
  "queue full": "The house is full, and too many wait. Asking again …",
  "too many from here": "Too many watch from your network. Asking again …",
};
