import { Channels } from "../company/Channels";
import type { CompanyView } from "../contracts/contracts";

/** What the company says among itself, as far as it concerns the reader. */
export function DoorChannels({ company }: { company: CompanyView }) {
  const me = company.members.find((member) => member.person === company.me);
  const isCast = me !== undefined && me.roles.length + me.covers.length > 0;
  const mine = company.departments.filter((department) => me?.departments.includes(department) || (isCast && department === "Cast") || department === "StageManagement");
  return (
    <section className="card" aria-labelledby="door-channels">
      <h2 id="door-channels">Channels</h2>
      <Channels company={company} departments={mine} />
    </section>
  );
}
