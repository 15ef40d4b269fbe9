import { CameraIcon } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useStore } from "../shared/store";
import { silhouette } from "./framing";
import type { Performer } from "./Performer";

/** The camera: which one, what it sees, and how to stand before it. */
export function CameraPanel({ performer }: { performer: Performer }) {
  const { camera } = performer;
  const title = useId();
  const [state, words, stream] = [useStore(camera.state), useStore(camera.words), useStore(camera.stream)];
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>1. Your camera</h2>
      <p className="faint">Your pictures go to the theatre, which cuts you out of them. They are never stored, here or there.</p>
      {words && <p role="alert">{words}</p>}
      {state !== "on" && (
        <div className="door-actions">
          <button type="button" className="button is-primary" disabled={state === "asking"} onClick={() => void camera.open()}>
            <CameraIcon size={18} aria-hidden="true" /> {state === "asking" ? "Asking for the camera …" : words ? "Try again" : "Camera on"}
          </button>
        </div>
      )}
      {stream && <Live performer={performer} stream={stream} />}
    </section>
  );
}

function Live({ performer, stream }: { performer: Performer; stream: MediaStream }) {
  const { camera } = performer;
  const select = useId();
  const video = useRef<HTMLVideoElement>(null);
  const [choices, chosen] = [useStore(camera.choices), useStore(camera.chosen)];
  const framing = useStore(performer.framing);
  const lighting = useStore(performer.lighting);
  useEffect(() => {
    const screen = video.current;
    if (!screen) return;
    screen.srcObject = stream;
    // Silent and inside the page: browsers let it play. Where one does not, its pictures stand still, and the page says so.
    void screen.play().catch(() => undefined);
    performer.look(screen);
    return () => {
      performer.look(null);
      screen.srcObject = null;
    };
  }, [performer, stream]);
  return (
    <>
      <div className="mirror">
        <video ref={video} muted playsInline aria-label="What your camera sees, as in a mirror" />
        <Outline fits={framing?.fits ?? false} />
      </div>
      <p role="status" className="framing" data-fits={framing?.fits ?? false}>
        {framing?.words ?? "Step into the outline."}
      </p>
      <ul className="lighting" aria-label="Light" aria-live="polite">
        {lighting.length === 0 ? <li className="faint">Nothing is wrong with the light.</li> : lighting.map((hint) => <li key={hint}>{hint}</li>)}
      </ul>
      <div className="door-actions">
        <label className="field" htmlFor={select}>
          Camera
          <select id={select} value={chosen ?? ""} onChange={(event) => void camera.open(event.target.value)}>
            {choices.every(({ id }) => id !== chosen) && <option value={chosen ?? ""}>This one</option>}
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button camera-off" onClick={() => camera.close()}>
          Camera off
        </button>
      </div>
    </>
  );
}

/** Where to stand: an outline over the picture, which the words below it say as well. */
function Outline({ fits }: { fits: boolean }) {
  const { left, top, right, bottom } = silhouette;
  const [x, y, width, height] = [left * 100, top * 100, (right - left) * 100, (bottom - top) * 100];
  return (
    <svg className="outline" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" data-fits={fits}>
      <g transform={`translate(${x} ${y}) scale(${width / 100} ${height / 100})`}>
        <path
          vectorEffect="non-scaling-stroke"
          d="M50 1 C59 1 63 6 63 11 C63 17 60 21 56 22 L56 25 C76 27 82 32 83 42 L85 66 L76 67 L73 50 L70 99 L53 99 L50 70 L47 99 L30 99 L27 50 L24 67 L15 66 L17 42 C18 32 24 27 44 25 L44 22 C40 21 37 17 37 11 C37 6 41 1 50 1 Z"
        />
      </g>
    </svg>
  );
}
