import { CircleDashedIcon, CircleDotIcon } from "lucide-react";
import type { CompanyView } from "../../contracts/contracts";
import { roleNameOf } from "../../company/Company";
import { ScrollFrame } from "../../company/ScrollFrame";
import { departmentName } from "../../company/words";
import { MemberDialog } from "./MemberDialog";

/** Everybody of the company, with what is theirs. */
export function MemberList({ company }: { company: CompanyView }) {
  const roles = (ids: readonly string[]) => ids.map((id) => roleNameOf(company, id)).join(", ");
  return (
    <section className="people-section" aria-labelledby="members">
      <h3 id="members">People</h3>
      <ScrollFrame label="People">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Here</th>
              <th scope="col">Plays</th>
              <th scope="col">Covers</th>
              <th scope="col">Departments</th>
              <th scope="col">May</th>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {company.members.map((member) => (
              <tr key={member.person}>
                <th scope="row">
                  {member.name}
                  {member.person === company.me && <span className="faint"> (you)</span>}
                  {member.pronouns && <span className="faint"> ({member.pronouns})</span>}
                </th>
                <td data-here={member.connected}>
                  {member.connected ? <CircleDotIcon size={14} aria-hidden="true" /> : <CircleDashedIcon size={14} aria-hidden="true" />} {member.connected ? "here" : "not here"}
                </td>
                <td>{roles(member.roles)}</td>
                <td>
                  {roles(member.covers)}
                  {member.covers.length > 1 && <span className="tag">swing</span>}
                </td>
                <td>{member.departments.map(departmentName).join(", ")}</td>
                <td>{member.scopes.join(", ")}</td>
                <td>
                  <MemberDialog company={company} member={member} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}
