import type { ProgrammeRole, StagePlan, StageScene } from "../contracts/contracts";
import { api } from "../shared/api";
import { useResource } from "../shared/useResource";
import { Sheet } from "./panels/Sheet";

interface Props {
  performance: string;
  ticket: string | null;
  plan: StagePlan | null;
  scene: StageScene | null;
  opener(): HTMLElement | null;
  onClose(): void;
}

/** The programme: what happens, the scenes with the one that is on, and who plays whom. */
export function Programme({ performance, ticket, plan, scene, opener, onClose }: Props) {
  const cast = scene?.players.map((player) => `${player.role} ${player.name}`).join("\n") ?? "";
  const { value, refused } = useResource(`${performance} ${plan?.version ?? 0} ${cast}`, (signal) => api.programme(performance, { ticket, signal }));
  const line = scene?.surtitle?.line;
  return (
    <Sheet title={plan?.title ?? "Programme"} opener={opener} onClose={onClose}>
      <div className="programme">
        {!value && <p role="status">{refused?.message ?? "Fetching the programme …"}</p>}
        {value && value.synopsis !== "" && (
          <>
            <h3>What happens</h3>
            {value.synopsis.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </>
        )}
        {value && value.scenes.length > 0 && (
          <>
            <h3>Scenes</h3>
            <ol className="scenes">
              {value.scenes.map(({ id, title }) => (
                <li key={id} aria-current={line?.startsWith(`${id}.`) ? "true" : undefined}>
                  {title}
                  {line?.startsWith(`${id}.`) && <span className="now"> now</span>}
                </li>
              ))}
            </ol>
          </>
        )}
        {value && (
          <>
            <h3>Cast</h3>
            <dl className="cast">
              {value.cast.map((role) => (
                <div key={role.id}>
                  <dt>
                    <span className="swatch" style={{ background: role.colour }} aria-hidden="true" />
                    {role.name}
                  </dt>
                  <dd>{playerIn(role)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </Sheet>
  );
}

function playerIn({ player, pronouns, isBot }: ProgrammeRole): string {
  if (isBot) return "understudy bot";
  if (player === "") return "not on stage";
  return pronouns === "" ? player : `${player} (${pronouns})`;
}
