import { CheckIcon, CircleDashedIcon } from "lucide-react";
import { DepartmentBadge } from "../cue/DepartmentBadge";
import { signOf } from "../cue/departments";
import { useBook, useConnected, useDirector, useSeen } from "../director/useDirector";

/** Departments that have work in the cue that is warned or on standby, and which of them said that they are ready: whoever has a console may say it. */
export function Ready() {
  const director = useDirector();
  const isConnected = useConnected();
  const cue = useSeen((view) => view.standby ?? view.warned);
  const ready = useSeen((view) => view.ready) ?? [];
  const departments = useBook()?.departmentsOf(cue ?? "") ?? [];
  return (
    <ul className="ready" aria-label={cue === null ? "Departments" : `Departments of cue ${cue}`}>
      {departments.map((department) => {
        const { name } = signOf(department);
        const isReady = ready.includes(department);
        return (
          <li key={department}>
            <button
              type="button"
              data-ready={isReady}
              title={isReady ? `${name} is ready` : `Acknowledge for ${name}`}
              disabled={!isConnected || isReady || cue === null}
              onClick={() => cue !== null && director.press(`${name} ready for ${cue}`, { type: "AcknowledgeStandby", value: { cue, department } })}
            >
              <DepartmentBadge department={department} />
              {isReady ? <CheckIcon size={14} aria-hidden="true" strokeWidth={3} /> : <CircleDashedIcon size={14} aria-hidden="true" />}
              <span className="visually-hidden">{name} </span>
              {isReady ? "ready" : "waits"}
              {!isReady && <span className="visually-hidden">: acknowledge for them</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
