import { ShowState } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useDirector, useMay, useSeen } from "../director/useDirector";
import { ConfirmButton } from "./ConfirmButton";
import { showSteps } from "./showSteps";

/** Where the show can go from where it is. */
export function ShowSteps() {
  const { desk, press } = useDirector();
  const may = useMay("call");
  const pending = useStore(desk.pending);
  const show = useSeen((view) => view.show);
  const isRehearsal = useSeen((view) => view.isRehearsal) === true;
  const steps = showSteps.filter(({ from, inRehearsal }) => show !== null && from.includes(show) && (inRehearsal || !isRehearsal));
  return (
    <div className="steps" role="group" aria-label="Show">
      {steps.map(({ label, short, command, leads, warning }) => {
        const isNext = show !== null && (leads.includes(show) || (isRehearsal && show === ShowState.Preset));
        const shared = { className: isNext ? "button is-small is-primary" : "button is-small", disabled: !may || pending.has(command.type) };
        const send = () => press(label, command);
        return warning ? (
          <ConfirmButton key={label} {...shared} label={label} short={short} warning={warning} onConfirm={send} />
        ) : (
          <button key={label} type="button" {...shared} onClick={send}>
            {label}
          </button>
        );
      })}
      {show === ShowState.Closed && <p className="faint">The performance is over.</p>}
    </div>
  );
}
