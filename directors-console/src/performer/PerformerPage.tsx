import { EyeIcon, EyeOffIcon } from "lucide-react";
import { OnAirSign, RecordingConsent } from "../company/OnAir";
import { useCompanyView } from "../company/useCompany";
import { useId } from "react";
import { useStore } from "../shared/store";
import { useWakeLock } from "../shared/useWakeLock";
import type { StageWorld } from "../stage/world";
import { TalkPanel } from "../voice/TalkPanel";
import { CameraPanel } from "./CameraPanel";
import { MattePanel } from "./MattePanel";
import type { Performer } from "./Performer";
import type { PerformerStatus } from "./PerformerConnection";
import { PlatePanel } from "./PlatePanel";
import { usePerformer, useSeenBy } from "./usePerformer";

interface Props {
  performance: string;
  ticket: string;
  role: string;
  onLeave(): void;
}

/** Somebody who plays by camera: from the camera to the stage, step by step. */
export function PerformerPage({ performance, ticket, role, onLeave }: Props) {
  const { performer, house } = usePerformer(performance, role, ticket);
  const company = useCompanyView();
  const status = useStore(performer.connection.status);
  const reason = useStore(performer.connection.reason);
  const isOn = useStore(performer.camera.state) === "on";
  useWakeLock(isOn);
  const name = house.plan?.roles.find((one) => one.id === role)?.name ?? role;
  return (
    <>
      <header className="stage-bar">
        <h1>{name}, by camera</h1>
        <p role="status" aria-label="Connection" data-state={status === "connected" ? "on stage" : status === "refused" ? "dismissed" : status}>
          {statusWords[status]}
          {reason ? `: ${reason}` : ""}
        </p>
        <button type="button" className="button is-small" onClick={onLeave}>
          Leave
        </button>
      </header>
      <main className="performer">
        <OnAirSign company={company} />
        <CameraPanel performer={performer} />
        <PlatePanel performer={performer} />
        <MattePanel performer={performer} />
        <ShowPanel performer={performer} world={house.world} role={role} />
        {company && <RecordingConsent company={company} />}
      </main>
    </>
  );
}

/** Whether others see the performer, and who. */
function ShowPanel({ performer, world, role }: { performer: Performer; world: StageWorld; role: string }) {
  const title = useId();
  const { connection } = performer;
  const isShowing = useStore(connection.isShowing);
  const isOn = useStore(performer.camera.state) === "on";
  const { words, isSeen } = useSeenBy(performer, world, role);
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>4. To the stage</h2>
      <p role="status" aria-label="Who sees you" className="seen-by" data-seen={isSeen && isOn}>
        {isSeen && isOn ? <EyeIcon size={20} aria-hidden="true" /> : <EyeOffIcon size={20} aria-hidden="true" />} {isShowing && !isOn ? "Nobody sees you move: your camera is off." : words}
      </p>
      <Appearance performer={performer} isOn={isOn} />
      <div className="door-actions">
        <button type="button" className={isShowing ? "button" : "button is-primary"} disabled={!isShowing && !isOn} onClick={() => connection.show(!isShowing)}>
          {isShowing ? "Hide me" : "Show me"}
        </button>
      </div>
      <p className="faint">A cue of the stage manager&rsquo;s decides when and where you stand. Keep this page in front: browsers hold the pictures of pages that nobody looks at back.</p>
      <TalkPanel talk={performer.talk} company={null} />
      <p className="faint">To hear the stage, open the audience&rsquo;s page beside this one, with headphones on.</p>
    </section>
  );
}

/** As what others see the performer. */
function Appearance({ performer, isOn }: { performer: Performer; isOn: boolean }) {
  const { connection } = performer;
  const asAvatar = useStore(connection.asAvatar);
  const isFollowed = useStore(performer.isFollowed);
  return (
    <>
      <fieldset className="grounds">
        <legend>As</legend>
        <label>
          <input type="radio" name="appearance" checked={!asAvatar} onChange={() => connection.appear(false)} /> my picture
        </label>
        <label>
          <input type="radio" name="appearance" checked={asAvatar} onChange={() => connection.appear(true)} /> an avatar that I move
        </label>
      </fieldset>
      {asAvatar && (
        <p role="status" aria-label="Your avatar">
          {!isOn || isFollowed ? "Others see a figure in your role’s costume: your arms, head and trunk move it. Nothing that your camera sees goes to them." : "Your body is not followed now, and the avatar stands still: step back until both shoulders are in the picture."}
        </p>
      )}
    </>
  );
}

const statusWords: Record<PerformerStatus, string> = {
  connecting: "Coming in …",
  connected: "Connected",
  reconnecting: "The connection was lost. Coming back …",
  refused: "The theatre does not let you in",
};
