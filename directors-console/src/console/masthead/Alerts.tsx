import { useState } from "react";
import { useCompanyView } from "../../company/useCompany";
import { useStore } from "../../shared/store";
import { useDirector, useSeen } from "../director/useDirector";

/** What must not be overlooked: no connection, a journal or a recording that cannot be written, a refusal. */
export function Alerts({ notice }: { notice: string | null }) {
  const { connection } = useDirector();
  const refusal = useStore(connection.refusal);
  const isDown = useStore(connection.link) === "reconnecting";
  const trouble = useSeen((view) => view.trouble);
  const told = useSeen((view) => view.notice);
  const recording = useCompanyView()?.recording.words;
  const [isTold, setTold] = useState(false);
  return (
    <div className="alerts" role="alert">
      {isDown && <p className="alert">No connection to the theatre. Nothing can be called from here until it is back; what was pressed is not sent later.</p>}
      {refusal && <p className="alert">{refusal}</p>}
      {trouble && <p className="alert">The journal cannot be written: {trouble}</p>}
      {recording && <p className="alert">{recording}</p>}
      {told && <p className="alert is-notice">{told}</p>}
      {notice && !isTold && (
        <p className="alert">
          {notice}{" "}
          <button type="button" className="button is-small" onClick={() => setTold(true)}>
            Understood
          </button>
        </p>
      )}
    </div>
  );
}
