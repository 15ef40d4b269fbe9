import { useId, useState, type FormEvent } from "react";
import type { Appearance, ChosenAppearance, StagePlan, TicketHolder } from "../contracts/contracts";
import { api } from "../shared/api";
import { appearanceInWords, buildName, hairColourName, hairStyleName, leastHeightCm, mostHeightCm, plainAppearance, skinNames } from "../shared/appearanceWords";
import { hairs, skins } from "../stage/view/costume";

interface Props {
  ticket: string;
  holder: TicketHolder;
  plan: StagePlan | null;
  /** Roles that they may go on in. */
  roles: readonly string[];
  onChosen(holder: TicketHolder): void;
}

/** How somebody is seen on stage: free of who they are, and of the role. It may be changed at any time. */
export function AppearancePanel({ ticket, holder, plan, roles, onChosen }: Props) {
  const title = useId();
  const [chosen, setChosen] = useState<ChosenAppearance>(holder.appearance ?? { body: plainAppearance, costumes: [] });
  const [said, setSaid] = useState<string | null>(null);
  const { body } = chosen;
  const change = (part: Partial<Appearance>) => setChosen({ ...chosen, body: { ...body, ...part } });
  const wear = (role: string, costume: string) =>
    setChosen({ ...chosen, costumes: [...chosen.costumes.filter((one) => one.role !== role), ...(costume ? [{ role, costume }] : [])] });
  const wardrobe = (role: string) => (plan?.costumes ?? []).filter((costume) => costume.role === role);
  const worn = (role: string) => chosen.costumes.find((one) => one.role === role)?.costume ?? "";
  const first = roles.find((role) => wardrobe(role).length > 0);
  const costume = first ? (wardrobe(first).find((one) => one.id === worn(first)) ?? wardrobe(first)[0]) : undefined;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      onChosen(await api.appear(chosen, { ticket }));
      setSaid("Saved. Everybody sees you so from now on.");
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <section className="card appearance" aria-labelledby={title}>
      <h2 id={title}>How you appear</h2>
      <p className="faint">Anybody can play any role, and look as they like in it.</p>
      <form onSubmit={(event) => void save(event)}>
        <div className="appearance-fields">
          <Choice label="Build" names={buildName} value={body.build} onChange={(build) => change({ build })} />
          <label className="field">
            Height: {(body.heightCm / 100).toFixed(2)} m
            <input type="range" min={leastHeightCm} max={mostHeightCm} value={body.heightCm} aria-valuetext={`${(body.heightCm / 100).toFixed(2)} metres`} onChange={(event) => change({ heightCm: Number(event.target.value) })} />
          </label>
          <Choice label="Hair" names={hairStyleName} value={body.hair} onChange={(hair) => change({ hair })} />
          <Choice label="Hair colour" names={hairColourName} value={body.hairColour} onChange={(hairColour) => change({ hairColour })} />
          {roles.map((role) =>
            wardrobe(role).length === 0 ? null : (
              <label key={role} className="field">
                Costume{roles.length > 1 ? ` as ${plan?.roles.find((one) => one.id === role)?.name ?? role}` : ""}
                <select value={worn(role)} onChange={(event) => wear(role, event.target.value)}>
                  {wardrobe(role).map((one, at) => (
                    <option key={one.id} value={at === 0 ? "" : one.id}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </label>
            ),
          )}
          <fieldset className="field tones">
            <legend>Skin</legend>
            {skinNames.map((name, skin) => (
              <label key={name} style={{ backgroundColor: css(skins[skin] ?? 0) }} title={name}>
                <input type="radio" name={`${title}-skin`} checked={body.skin === skin} onChange={() => change({ skin })} aria-label={name} />
              </label>
            ))}
          </fieldset>
        </div>
        <p className="appearance-preview">
          <Portrait body={body} cloth={costume?.colour ?? "#8a8078"} trim={costume?.trim ?? "#c79b4e"} />
          <output aria-live="polite">{appearanceInWords(body, costume?.name ?? null)}</output>
        </p>
        <p role="status">{said}</p>
        <button type="submit" className="button">
          Appear like this
        </button>
      </form>
    </section>
  );
}

function Choice<T extends number>({ label, names, value, onChange }: { label: string; names: Record<T, string>; value: T; onChange(value: T): void }) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={(event) => onChange(Number(event.target.value) as T)}>
        {(Object.entries(names) as [string, string][]).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Skin, hair and cloth at a glance; the words beside it say the same. */
function Portrait({ body, cloth, trim }: { body: Appearance; cloth: string; trim: string }) {
  const broad = 20 + body.build * 4;
  return (
    <svg viewBox="0 0 64 64" width={64} height={64} aria-hidden="true">
      <ellipse cx={32} cy={66} rx={broad} ry={26} fill={cloth} stroke={trim} strokeWidth={2} />
      {body.hair > 0 && <circle cx={32} cy={body.hair >= 4 ? 26 : 22} r={body.hair === 1 ? 14 : 16} fill={css(hairs[body.hairColour])} />}
      <circle cx={32} cy={26} r={13} fill={css(skins[body.skin] ?? 0)} />
    </svg>
  );
}

const css = (colour: number) => `#${colour.toString(16).padStart(6, "0")}`;
