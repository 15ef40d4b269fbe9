import { useId, useState } from "react";
import { MatteCanvas } from "../pictures/MatteCanvas";
import type { Ground } from "../pictures/MattePainter";
import { paceWords } from "../pictures/words";
import { useStore } from "../shared/store";
import { useTick } from "../shared/useTick";
import type { Performer } from "./Performer";

/** The performer as the theatre cuts them out, and how it goes. */
export function MattePanel({ performer }: { performer: Performer }) {
  const title = useId();
  const [ground, setGround] = useState<Ground>("stage");
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>3. As you are cut out</h2>
      <div className="own-matte">
        <MatteCanvas next={() => performer.matte.due(Infinity)} ground={ground} label="You, cut out of your room, live" />
      </div>
      <fieldset className="grounds">
        <legend>Before</legend>
        {(["stage", "checkered"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="ground" checked={ground === one} onChange={() => setGround(one)} /> {one === "stage" ? "a dark stage" : "squares"}
          </label>
        ))}
      </fieldset>
      <HowItGoes performer={performer} />
    </section>
  );
}

/** Figures once a second; words of what to do at once, and aloud. */
function HowItGoes({ performer }: { performer: Performer }) {
  const { connection } = performer;
  const isOn = useStore(performer.camera.state) === "on";
  useTick(1000);
  const told = useStore(connection.told);
  const state = connection.state.get();
  const steps = connection.steps.get();
  return (
    <>
      <p>{state ? `${paceWords(state)}.` : isOn ? "Waiting for the theatre to cut you out …" : "Nothing is cut out yet: switch the camera on."}</p>
      <p role="status">{told ?? state?.words}</p>
      {steps.length > 0 && (
        <details>
          <summary>What a picture takes</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Step</th>
                <th scope="col">in the middle</th>
                <th scope="col">19 of 20 at most</th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ name, medianMs, p95Ms }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{medianMs.toFixed(1)} ms</td>
                  <td>{p95Ms.toFixed(1)} ms</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
