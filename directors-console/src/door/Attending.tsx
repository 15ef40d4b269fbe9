import { CommandButton } from "../company/CommandButton";
import { nameOf } from "../company/Company";
import { CompanyReport } from "../company/CompanyReport";
import { useCompany } from "../company/useCompany";
import { attendanceName, callName, timeOfDay } from "../company/words";
import { Attendance, type CompanyView } from "../contracts/contracts";

/** The call sheet as its reader's own: being there, and the calls that were given. */
export function Attending({ company }: { company: CompanyView }) {
  const { performance } = useCompany();
  const me = company.members.find((member) => member.person === company.me) ?? null;
  const isIn = me?.attendance === Attendance.SignedIn || me?.attendance === Attendance.Late;
  return (
    <section className="card" aria-labelledby="call-sheet">
      <h2 id="call-sheet">Call sheet</h2>
      <CompanyReport />
      <p role="status">
        You are <strong>{me ? attendanceName[me.attendance] : "not on it yet"}</strong>
        {me?.signedInMs ? ` since ${timeOfDay(me.signedInMs)}` : ""}.
      </p>
      {!isIn && (
        <div className="door-actions">
          <CommandButton what="I am here" command={{ type: "SignIn", value: { performance } }} className="button is-primary" />
        </div>
      )}
      {company.calls.length > 0 && (
        <ul className="given-calls" aria-label="Calls">
          {company.calls.toReversed().map((call) => (
            <li key={`${call.call} ${call.atMs}`}>
              <strong>{callName[call.call]}</strong> at {timeOfDay(call.atMs)}, by {nameOf(company, call.by)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
