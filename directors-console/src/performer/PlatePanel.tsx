import { useId, useState, type ChangeEvent } from "react";
import { plateHealthWords } from "../pictures/words";
import { useSelect, useStore } from "../shared/store";
import type { Performer } from "./Performer";
import type { PlateStep } from "./Plate";

const waits = [0, 3, 5, 10];
/** PlateGiven's message has to stay under CameraFrame.MaxBytes of the C# contracts. */
const mostBytes = 2 * 1024 * 1024 - 1024;

/** The empty room: taken with a countdown, or given as a file. */
export function PlatePanel({ performer }: { performer: Performer }) {
  const { connection, camera } = performer;
  const { plate } = connection;
  const title = useId();
  const [seconds, setSeconds] = useState(5);
  const step = useStore(plate.step);
  const [cameraState, status] = [useStore(camera.state), useStore(connection.status)];
  const isReady = cameraState === "on" && status === "connected";
  const health = useSelect(connection.state, (state) => state?.plate ?? null);
  const isTaking = step.name === "taking";
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>2. The empty room</h2>
      <p>With a picture of the room without you the theatre cuts you out finer. The camera must not move after it.</p>
      <PlateStatus step={step} />
      {step.name === "taking" && <progress value={step.done} aria-label="Picture of the room" />}
      {step.name === "counting" ? (
        <div className="door-actions">
          <button type="button" className="button" onClick={() => plate.cancel()}>
            Call it off
          </button>
        </div>
      ) : (
        <div className="door-actions">
          <button type="button" className="button is-primary" disabled={!isReady || isTaking} onClick={() => plate.take(seconds)}>
            {step.name === "judged" ? "Take it again" : "Take the room"}
          </button>
          <label className="field plate-wait">
            Time to step out
            <select value={seconds} disabled={isTaking} onChange={(event) => setSeconds(Number(event.target.value))}>
              {waits.map((wait) => (
                <option key={wait} value={wait}>
                  {wait === 0 ? "none: it is empty" : `${wait} seconds`}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {health !== null && (
        <p>
          Picture of the room: <strong>{plateHealthWords[health]}</strong>.
        </p>
      )}
      <GivenPlate performer={performer} isDisabled={!isReady || isTaking} />
      <p className="faint">You can go on without: that is the lesser way. Hair, and gaps between arms and body, are cut more roughly then.</p>
    </section>
  );
}

/** Said aloud as it changes. */
function PlateStatus({ step }: { step: PlateStep }) {
  return (
    <p role="status" className="plate-status" data-step={step.name} data-used={step.name === "judged" ? step.isUsed : undefined}>
      {step.name === "idle" && step.words}
      {step.name === "counting" && (
        <>
          Step out of the picture … <strong className="count">{step.left}</strong>
        </>
      )}
      {step.name === "taking" && "Stay out: the room is being taken …"}
      {step.name === "judged" && (step.isUsed ? `Come back in. The picture of the room is used: ${step.words}` : `It is not used: ${step.words} Take it again, or go on without.`)}
    </p>
  );
}

function GivenPlate({ performer, isDisabled }: { performer: Performer; isDisabled: boolean }) {
  const [words, setWords] = useState<string | null>(null);
  const give = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > mostBytes) return setWords("The file is too large: two megabytes are taken. Save it as JPEG.");
    const isGiven = performer.connection.givePlate(new Uint8Array(await file.arrayBuffer()));
    setWords(isGiven ? "The theatre looks at it …" : "There is no connection: it is given when the line is back.");
  };
  return (
    <details>
      <summary>Give a picture that you have</summary>
      <label className="field">
        A JPEG or PNG of the empty room, from the same camera, of the same size
        <input type="file" accept="image/jpeg,image/png" disabled={isDisabled} onChange={(event) => void give(event)} />
      </label>
      <p role="status">{words}</p>
    </details>
  );
}
