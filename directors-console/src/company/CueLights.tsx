import { CheckIcon, CircleIcon, DiamondIcon, PlayIcon, TriangleIcon } from "lucide-react";
import { CueLightState, type CueLight } from "../contracts/contracts";
import { departmentName, lightName } from "./words";

/** Each department's cue light: told by shape and word as well as colour. */
export function CueLights({ lights }: { lights: readonly CueLight[] }) {
  return (
    <ul className="cue-lights" aria-label="Cue lights">
      {lights.map(({ department, state, cue, acknowledged }) => {
        const Icon = icons[state];
        return (
          <li key={department} data-light={lightName[state]}>
            <Icon size={16} aria-hidden="true" fill={state === CueLightState.Off ? "none" : "currentColor"} />
            <span>{departmentName(department)}</span>
            <strong>
              {lightName[state]} {cue ?? ""}
            </strong>
            {acknowledged && (
              <span className="acknowledged">
                <CheckIcon size={14} aria-hidden="true" /> acknowledged
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const icons = { [CueLightState.Off]: CircleIcon, [CueLightState.Warn]: TriangleIcon, [CueLightState.Standby]: DiamondIcon, [CueLightState.Go]: PlayIcon };
