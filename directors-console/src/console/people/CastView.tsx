import { BotIcon, ReplaceIcon, UserIcon } from "lucide-react";
import type { CompanyRole, CompanyView } from "../../contracts/contracts";
import { memberOf, nameOf } from "../../company/Company";
import { ScrollFrame } from "../../company/ScrollFrame";
import { CallingLine } from "./CallingLine";
import { MemberList } from "./MemberList";
import { PeoplePanel } from "./PeoplePanel";
import { RoleDialog } from "./RoleDialog";

/** Who has which role, who covers it, and who plays it tonight. */
export function CastView() {
  return (
    <PeoplePanel view="company" needs={["cast", "call"]}>
      {(company) => (
        <>
          <ScrollFrame label="Cast">
            <table className="people-table">
              <thead>
                <tr>
                  <th scope="col">Role</th>
                  <th scope="col">Cast</th>
                  <th scope="col">Tonight</th>
                  <th scope="col">Covers, in order</th>
                  <th scope="col">Speeches</th>
                  <th scope="col">Words</th>
                  <th scope="col">First on</th>
                  <th scope="col">
                    <span className="visually-hidden">Change</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {company.roles.map((role) => (
                  <RoleLine key={role.role} company={company} role={role} />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
          <MemberList company={company} />
          <CallingLine company={company} />
        </>
      )}
    </PeoplePanel>
  );
}

function RoleLine({ company, role }: { company: CompanyView; role: CompanyRole }) {
  const isSwapped = role.tonight !== role.person && role.tonight !== null;
  return (
    <tr>
      <th scope="row">{role.name}</th>
      <td>
        <Who company={company} person={role.person} />
      </td>
      <td data-swapped={isSwapped}>
        {isSwapped && <ReplaceIcon size={14} aria-hidden="true" />}
        <Who company={company} person={role.tonight} />
        {isSwapped && <span className="faint"> covers</span>}
      </td>
      <td>{role.covers.length === 0 ? <span className="faint">none: a bot</span> : role.covers.map((person) => nameOf(company, person)).join(", ")}</td>
      <td>{role.speeches}</td>
      <td>{role.words}</td>
      <td>{role.firstLine ?? "never"}</td>
      <td>
        <RoleDialog company={company} role={role} />
      </td>
    </tr>
  );
}

function Who({ company, person }: { company: CompanyView; person: string | null }) {
  if (person === null) {
    return (
      <span className="faint">
        <BotIcon size={14} aria-hidden="true" /> bot
      </span>
    );
  }
  const pronouns = memberOf(company, person)?.pronouns;
  return (
    <>
      <UserIcon size={14} aria-hidden="true" /> {nameOf(company, person)}
      {pronouns && <span className="faint"> ({pronouns})</span>}
    </>
  );
}
