import { CircleIcon, DiamondIcon, PlayIcon, TriangleIcon } from "lucide-react";
import { useState } from "react";
import { memberOf } from "../../company/Company";
import { useCompanyView } from "../../company/useCompany";
import { CueState, type CompanyView, type PerformanceView } from "../../contracts/contracts";
import type { Book } from "../book/book";
import { cueState } from "../cue/cues";
import { departments, signOf } from "../cue/departments";
import { useBook, useConnected, useDirector, useSeen } from "../director/useDirector";

const departmentKey = "virtualstage.department";

export type Light = "off" | "warned" | "standby" | "go";

/** What a department's cue light shows: its part of the cue that is warned, on standby, or has just gone. */
export function lightOf(book: Book, view: PerformanceView, department: string): { light: Light; cue: string | null } {
  const concerns = (cue: string | null): cue is string => cue !== null && book.departmentsOf(cue).includes(department);
  if (concerns(view.standby)) return { light: "standby", cue: view.standby };
  if (concerns(view.warned)) return { light: "warned", cue: view.warned };
  const running = book.source.cues.find((cue) => cue.department === department && [CueState.PreWait, CueState.Running].includes(cueState(view, cue.number) as 2 | 3));
  return running ? { light: "go", cue: running.number } : { light: "off", cue: null };
}

/** A department's cue light, and its answer to a warning or a standby. */
export function CueLight() {
  const director = useDirector();
  const isConnected = useConnected();
  const company = useCompanyView();
  const book = useBook();
  const [chosen, setDepartment] = useState(() => localStorage.getItem(departmentKey));
  const department = chosen ?? ownDepartment(company) ?? "Lights";
  const shown = useSeen((view) => (book ? JSON.stringify(lightOf(book, view, department)) : null));
  const { light, cue } = JSON.parse(shown ?? '{"light":"off","cue":null}') as ReturnType<typeof lightOf>;
  const isReady = useSeen((view) => view.ready.includes(department)) === true;
  const { name } = signOf(department);
  const { Icon, word } = signs[light];
  const asks = light === "warned" || light === "standby";
  return (
    <section className="cue-light" data-light={light} aria-label="Cue light">
      <label>
        <span className="visually-hidden">Department</span>
        <select
          value={department}
          onChange={(event) => {
            localStorage.setItem(departmentKey, event.target.value);
            setDepartment(event.target.value);
          }}
        >
          {departments.map((one) => (
            <option key={one} value={one}>
              {signOf(one).name}
            </option>
          ))}
        </select>
      </label>
      <p role="status">
        <Icon size={22} aria-hidden="true" fill={light === "off" ? "none" : "currentColor"} /> <strong>{word}</strong> {cue ?? ""}
      </p>
      <button type="button" className="button" disabled={!isConnected || !asks || isReady} onClick={() => cue !== null && director.press(`${name} ready for ${cue}`, { type: "AcknowledgeStandby", value: { cue, department } })}>
        {isReady && asks ? "Acknowledged" : "Acknowledge"}
      </button>
    </section>
  );
}

/** The first department of the reader's that has cues. */
const ownDepartment = (company: CompanyView | null): string | undefined =>
  (company && memberOf(company, company.me))?.departments.find((one) => departments.some((other) => other === one));

const signs = {
  off: { Icon: CircleIcon, word: "No cue" },
  warned: { Icon: TriangleIcon, word: "WARNED" },
  standby: { Icon: DiamondIcon, word: "STANDBY" },
  go: { Icon: PlayIcon, word: "GO" },
};
