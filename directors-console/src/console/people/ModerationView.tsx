import { LockIcon, LockOpenIcon } from "lucide-react";
import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { useCompany } from "../../company/useCompany";
import { dayAndTime } from "../../company/words";
import { nameOf } from "../../company/Company";
import { ScrollFrame } from "../../company/ScrollFrame";
import type { CompanyView, MemberView } from "../../contracts/contracts";
import { PeoplePanel } from "./PeoplePanel";

const needs = ["moderate"];
const mostReason = 200;

/** What keeps a show from being disturbed: mild things by one press, heavy ones after a question. */
export function ModerationView() {
  const { performance } = useCompany();
  const [reason, setReason] = useState("");
  return (
    <PeoplePanel view="moderation" needs={needs}>
      {(company) => (
        <>
          <div className="stage-lock" data-locked={company.stageLocked}>
            {company.stageLocked ? <LockIcon size={20} aria-hidden="true" /> : <LockOpenIcon size={20} aria-hidden="true" />}
            <p role="status">{company.stageLocked ? "The stage is locked: nobody but the cast may step on it." : "The stage is open to everybody with a ticket for it."}</p>
            <CommandButton
              what={company.stageLocked ? "Unlock the stage" : "Lock the stage"}
              command={{ type: "LockStage", value: { performance, locked: !company.stageLocked } }}
              needs={needs}
              className="button is-primary"
            />
          </div>
          <label className="field">
            Reason, kept with what is done
            <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={mostReason} autoComplete="off" />
          </label>
          <ScrollFrame label="People">
            <table className="people-table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Is</th>
                  <th scope="col">Mild</th>
                  <th scope="col">Heavy</th>
                </tr>
              </thead>
              <tbody>
                {company.members.map((member) => (
                  <Person key={member.person} company={company} member={member} reason={reason.trim()} />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
          <Bans company={company} />
        </>
      )}
    </PeoplePanel>
  );
}

interface RowProps {
  member: MemberView;
  reason: string;
  /** Why nothing may be done with them; null when it may. */
  unless: string | null;
}

function Person({ company, member, reason }: { company: CompanyView; member: MemberView; reason: string }) {
  const unless = member.person === company.me ? "This is you." : null;
  const states = [member.connected ? "here" : "not here", member.muted && "muted", member.frozen && "frozen", member.ejected && "ejected", member.banned && "banned"].filter((state) => state !== false);
  return (
    <tr>
      <th scope="row">
        {member.name}
        {member.person === company.me && <span className="faint"> (you)</span>}
      </th>
      <td>{states.join(", ")}</td>
      <td>
        <Mild member={member} reason={reason} unless={unless} />
      </td>
      <td>
        <Heavy member={member} reason={reason} unless={unless} />
      </td>
    </tr>
  );
}

function Mild({ member: { person, name, muted, frozen }, reason, unless }: RowProps) {
  const { performance } = useCompany();
  const [mute, freeze] = [muted ? "Unmute" : "Mute", frozen ? "Unfreeze" : "Freeze"];
  return (
    <div className="row-actions">
      <CommandButton what={`${mute} ${name}`} command={{ type: "SetMuted", value: { person, muted: !muted, reason } }} needs={needs} unless={unless}>
        {mute}
      </CommandButton>
      <CommandButton what={`${freeze} ${name}`} command={{ type: "SetFrozen", value: { person, frozen: !frozen, reason } }} needs={needs} unless={unless}>
        {freeze}
      </CommandButton>
      <CommandButton what={`${name} to the wings`} command={{ type: "MoveToWings", value: { performance, person } }} needs={needs} unless={unless}>
        To the wings
      </CommandButton>
    </div>
  );
}

function Heavy({ member: { person, name, ejected, banned }, reason, unless }: RowProps) {
  const { performance } = useCompany();
  return (
    <div className="row-actions">
      {ejected ? (
        <CommandButton what={`Readmit ${name}`} command={{ type: "Readmit", value: { performance, person } }} needs={needs}>
          Readmit
        </CommandButton>
      ) : (
        <CommandButton what={`Eject ${name}`} command={{ type: "Eject", value: { performance, person, reason } }} needs={needs} unless={unless} warning="They are shown off the stage, and do not come back in this performance unless they are let.">
          Eject
        </CommandButton>
      )}
      {!banned && (
        <>
          <CommandButton what={`Ban ${name}`} command={{ type: "Ban", value: { person, withAddress: false, reason } }} needs={needs} unless={unless} warning="Their tickets are refused at every door of this theatre until the ban is lifted.">
            Ban
          </CommandButton>
          <CommandButton
            what={`Ban with their address: ${name}`}
            command={{ type: "Ban", value: { person, withAddress: true, reason } }}
            needs={needs}
            unless={unless}
            warning="Their tickets are refused, and everybody who comes from the address where they were last seen: perhaps others of their house as well."
          >
            Ban with their address
          </CommandButton>
        </>
      )}
    </div>
  );
}

function Bans({ company }: { company: CompanyView }) {
  return (
    <section className="people-section" aria-labelledby="bans">
      <h3 id="bans">Bans</h3>
      {company.bans.length === 0 && <p className="faint">Nobody is kept out.</p>}
      <ul className="bans">
        {company.bans.map((ban) => (
          <li key={ban.person}>
            <p>
              <strong>{ban.name}</strong>
              {ban.withAddress && " and their address"}, by {nameOf(company, ban.by)}, {dayAndTime(ban.atMs)}
              {ban.reason && `: ${ban.reason}`}
            </p>
            <CommandButton what={`Lift the ban of ${ban.name}`} command={{ type: "LiftBan", value: { person: ban.person } }} needs={needs} />
          </li>
        ))}
      </ul>
    </section>
  );
}
