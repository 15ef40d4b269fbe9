import type { RoleInfo, RoleView } from "../contracts/contracts";
import { InviteDialog } from "./InviteDialog";
import type { Director } from "./useDirector";

/** The roles and who is on them. */
export function RolesPanel({ director, roles }: { director: Director; roles: readonly RoleInfo[] }) {
  const { desk, isConnected, seen } = director;
  const views = seen?.view.roles ?? [];
  return (
    <section className="panel roles" aria-labelledby="roles-heading">
      <div className="panel-head">
        <h2 id="roles-heading">Roles</h2>
        <InviteDialog director={director} roles={roles} role={null} label="Invite …" />
      </div>
      <ul>
        {views.map((view) => {
          const info = roles.find((role) => role.id === view.role);
          const name = info?.name ?? view.role;
          return (
            <li key={view.role}>
              <span className="swatch" style={{ background: info?.colour }} aria-hidden="true" />
              <span className="role-name">{name}</span>
              <span className="who" data-kind={view.onStage ? (view.byBot ? "bot" : "person") : "nobody"}>
                {whoIsOn(view)}
              </span>
              {view.person ? (
                <button
                  type="button"
                  className="button is-small"
                  aria-label={`Take ${name} back`}
                  disabled={!isConnected}
                  onClick={() => void desk.press(`Take ${name} back`, { type: "UncastRole", value: { role: view.role } })}
                >
                  Take back
                </button>
              ) : (
                <InviteDialog director={director} roles={roles} role={view.role} label="Cast …" ariaLabel={`Cast ${name}`} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Who is on a role, in words. */
export function whoIsOn({ person, personName, onStage, byBot }: RoleView): string {
  const name = personName || "a person without a name";
  if (!person) return onStage ? (byBot ? "understudy bot" : "somebody") : "nobody";
  if (!onStage) return `${name}, not here`;
  return byBot ? `understudy bot for ${name}` : name;
}
