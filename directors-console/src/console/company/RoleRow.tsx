import { BotIcon, CircleDashedIcon, TriangleAlertIcon, UnplugIcon, UserIcon, UserMinusIcon, UserPlusIcon } from "lucide-react";
import type { RoleInfo, RolePlace, RoleView } from "../../contracts/contracts";
import { useDirector, useMay } from "../director/useDirector";
import { conductInWords, whoIsOn } from "./conductWords";
import { InviteDialog } from "./InviteDialog";

interface Props {
  view: RoleView;
  info: RoleInfo | null;
  place: RolePlace | null;
  roles: readonly RoleInfo[];
}

/** A role: who is on it, whether they are here, where the blocking has it. */
export function RoleRow({ view, info, place, roles }: Props) {
  const director = useDirector();
  const may = useMay("cast");
  const name = info?.name ?? view.role;
  const kind = presenceOf(view);
  const Icon = icons[kind];
  const isOn = place !== null && place.mark !== null;
  return (
    <li data-on={isOn}>
      <span className="swatch" style={{ background: info?.colour }} aria-hidden="true" />
      <span className="role-name">{name}</span>
      {isOn && <span className="place">on: {place.mark}</span>}
      <span className="who" data-kind={kind} title={whoIsOn(view)}>
        <Icon size={13} aria-hidden="true" /> {whoIsOn(view)}
      </span>
      {view.conduct && (
        <span className="conduct" role="note" aria-label={`${name}'s client`}>
          <TriangleAlertIcon size={13} aria-hidden="true" /> {conductInWords(view.conduct)}
        </span>
      )}
      {director.may("cast") &&
        (view.person ? (
          <button
            type="button"
            className="button is-small is-icon"
            aria-label={`Take ${name} back`}
            title="Take the role back"
            disabled={!may}
            onClick={() => director.press(`Take ${name} back`, { type: "UncastRole", value: { role: view.role } })}
          >
            <UserMinusIcon size={14} aria-hidden="true" />
          </button>
        ) : (
          <InviteDialog roles={roles} role={view.role} label={<UserPlusIcon size={14} aria-hidden="true" />} ariaLabel={`Cast ${name}`} />
        ))}
    </li>
  );
}

const icons = { person: UserIcon, away: UnplugIcon, bot: BotIcon, nobody: CircleDashedIcon };

const presenceOf = ({ onStage, byBot, away }: RoleView): keyof typeof icons => (onStage ? (byBot ? "bot" : away ? "away" : "person") : "nobody");
