import { useDirector, useSeen } from "../director/useDirector";
import { InviteDialog } from "./InviteDialog";
import { RoleRow } from "./RoleRow";
import { useRoles } from "./useRoles";

/** The roles, who is on them, and where they are. */
export function CompanyZone() {
  const director = useDirector();
  const roles = useRoles();
  const views = useSeen((view) => view.roles) ?? [];
  const places = useSeen((view) => view.stage.roles) ?? [];
  return (
    <section className="panel roles" aria-labelledby="roles-heading">
      <div className="panel-head">
        <h2 id="roles-heading">Company</h2>
        {director.may("cast") && <InviteDialog roles={roles} role={null} label="Invite …" />}
      </div>
      <ul>
        {views.map((view) => (
          <RoleRow key={view.role} view={view} info={roles.find((role) => role.id === view.role) ?? null} place={places.find((place) => place.role === view.role) ?? null} roles={roles} />
        ))}
      </ul>
    </section>
  );
}
