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
          d="M50 0 C60 0 64 5 64 10 C64 16 60 20 57 21 L57 24 C74 25 82 28 85 36 L96 60 L88 63 L77 45 L72 58 L70 98 L54 98 L50 64 L46 98 L30 98 L28 58 L23 45 L12 63 L4 60 L15 36 C18 28 26 25 43 24 L43 21 C40 20 36 16 36 10 C36 5 40 0 50 0 Z"
        />
      </g>
    </svg>
  );
}
