import type { PerformerView } from "../../contracts/contracts";
import { MatteCanvas } from "../../pictures/MatteCanvas";
import type { Pictures } from "../../pictures/Pictures";
import { paceWords, plateHealthWords } from "../../pictures/words";
import { useRoles } from "../company/useRoles";
import { useDirector } from "../director/useDirector";
import { usePerformerPictures, usePerformers } from "./usePerformers";

/** Everybody whose camera is connected: how they are cut out, and how it goes. */
export function PerformersPanel() {
  const { performance, ticket } = useDirector();
  const { view, trouble } = usePerformers(performance, ticket);
  const pictures = usePerformerPictures(performance, ticket);
  return (
    <section className="performers-panel" aria-label="Cameras">
      {trouble && <p role="alert">{trouble}</p>}
      {view?.trouble && <p role="alert">Nobody can be cut out on this server: {view.trouble}</p>}
      {view && (
        <p role="status" className="faint">
          {view.performers.length === 0 ? "No camera is connected. Performers come in by the stage door, with a ticket to perform." : `${view.performers.length} ${view.performers.length === 1 ? "camera is" : "cameras are"} connected.`}
        </p>
      )}
      {view && view.performers.length > 0 && (
        <ul className="performer-list">
          {view.performers.map((performer) => (
            <PerformerEntry key={performer.role} performer={performer} pictures={pictures} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PerformerEntry({ performer, pictures }: { performer: PerformerView; pictures: Pictures }) {
  const { role, name, isShown, state, steps, sent } = performer;
  const roleName = useRoles().find((one) => one.id === role)?.name ?? role;
  return (
    <li>
      <h3>
        {roleName} <span className="faint">by {name}</span>
      </h3>
      {pictures.avatar(role, Infinity) && <p>Appears as an avatar: nothing that the camera sees goes to others.</p>}
      <div className="performer-pictures">
        {isShown ? (
          <MatteCanvas next={() => pictures.due(role, Infinity, 0)} ground="checkered" label={`${roleName}, cut out, before squares`} matteLabel={`${roleName}’s matte: white is performer`} />
        ) : (
          <p className="faint">Does not show themselves: nobody else sees their pictures.</p>
        )}
      </div>
      <dl>
        <div>
          <dt>Pace</dt>
          <dd>{paceWords(state)}</dd>
        </div>
        <div>
          <dt>Picture of the room</dt>
          <dd>{plateHealthWords[state.plate]}</dd>
        </div>
        <div>
          <dt>Goes out</dt>
          <dd>{sent}</dd>
        </div>
        <div>
          <dt>Told to them</dt>
          <dd>{state.words || "nothing: all is well"}</dd>
        </div>
      </dl>
      {steps.length > 0 && (
        <table>
          <caption className="visually-hidden">What a picture of {roleName} takes</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">in the middle</th>
              <th scope="col">19 of 20 at most</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.name}>
                <th scope="row">{step.name}</th>
                <td>{step.medianMs.toFixed(1)} ms</td>
                <td>{step.p95Ms.toFixed(1)} ms</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
