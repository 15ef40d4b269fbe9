import { useState } from "react";
import { useCompany } from "../../company/useCompany";
import { castWords, conflictWords, matrixOf, type Meeting } from "../../company/doubling";
import type { DoublingView as Doubling } from "../../contracts/contracts";
import { api } from "../../shared/api";
import { useResource } from "../../shared/useResource";
import { useDirector, useSeen } from "../director/useDirector";
import { ScrollFrame } from "../../company/ScrollFrame";
import { PeoplePanel } from "./PeoplePanel";

/** Which roles can share an actor, why others cannot, and the smallest cast. */
export function DoublingView() {
  const { performance } = useCompany();
  const { ticket } = useDirector();
  const version = useSeen((view) => view.sheetVersion);
  const doubling = useResource(version === null ? null : `${performance} ${version}`, (signal) => api.doubling(performance, { ticket, signal }));
  return (
    <PeoplePanel view="doubling">
      {() =>
        doubling.value ? (
          <>
            <Matrix doubling={doubling.value} />
            <SmallestCast doubling={doubling.value} />
          </>
        ) : (
          <p role="status">{doubling.refused ? doubling.refused.message : "Reckoning who can share an actor …"}</p>
        )
      }
    </PeoplePanel>
  );
}

const signs: Record<Meeting, string> = { free: "·", together: "✕", change: "◷" };

function Matrix({ doubling }: { doubling: Doubling }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = matrixOf(doubling);
  return (
    <>
      <p className="legend">
        <span data-meeting="together">✕ together on stage</span> <span data-meeting="change">◷ no time to change</span> <span data-meeting="free">· can share an actor</span>
      </p>
      <ScrollFrame label="Doubling matrix">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Role</span>
              </th>
              {rows.slice(0, -1).map((row, at) => (
                <th key={row.role} scope="col" title={row.name}>
                  <abbr aria-hidden="true">{at + 1}</abbr>
                  <span className="visually-hidden">{row.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.role} data-chosen={row.role === chosen}>
                <th scope="row">
                  <button type="button" className="link-button" aria-pressed={row.role === chosen} onClick={() => setChosen(row.role === chosen ? null : row.role)}>
                    <span aria-hidden="true">{at + 1}</span> {row.name}
                  </button>
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.other} data-meeting={cell.meeting} data-chosen={cell.other === chosen} title={cell.words}>
                    <span aria-hidden="true">{signs[cell.meeting]}</span>
                    <span className="visually-hidden">{cell.words}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <Reasons doubling={doubling} role={chosen} />
    </>
  );
}

/** With whom a role cannot share an actor, and why. */
function Reasons({ doubling, role }: { doubling: Doubling; role: string | null }) {
  const nameOf = (id: string) => doubling.roles.find((one) => one.role === id)?.name ?? id;
  const conflicts = doubling.conflicts.filter(({ one, other }) => role !== null && (one === role || other === role));
  return (
    <div className="reasons" role="status">
      {role === null ? (
        <p className="faint">Press a role to read whom it cannot be doubled with, and why.</p>
      ) : (
        <>
          <h3>{nameOf(role)}</h3>
          {conflicts.length === 0 && <p>can share an actor with every role.</p>}
          <ul>
            {conflicts.map((conflict) => (
              <li key={conflict.one + conflict.other}>
                <span aria-hidden="true">{signs[conflict.together ? "together" : "change"]}</span> not with {nameOf(conflict.one === role ? conflict.other : conflict.one)}: {conflictWords(conflict)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function SmallestCast({ doubling }: { doubling: Doubling }) {
  const roleOf = new Map(doubling.roles.map((role) => [role.role, role]));
  return (
    <section className="people-section" aria-labelledby="smallest-cast">
      <h3 id="smallest-cast">Smallest cast</h3>
      <p>{castWords(doubling)}</p>
      <ScrollFrame label="Smallest cast">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">Actor</th>
              <th scope="col">Roles</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {doubling.actors.map((actor, at) => (
              <tr key={actor.roles.join()}>
                <th scope="row">{at + 1}</th>
                <td>{actor.roles.map((role) => roleOf.get(role)?.name ?? role).join(", ")}</td>
                <td>{actor.roles.reduce((sum, role) => sum + (roleOf.get(role)?.words ?? 0), 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}
