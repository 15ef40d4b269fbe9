import type { LampEntry, Level } from "../production/document";

interface Props {
  lamp: string;
  kind: LampEntry["kind"];
  level: Level | null;
  disabled: boolean;
  onChange(level: Level | null): void;
}

/** A lamp in a look: whether it burns, in which colour, how bright. */
export function LampRow({ lamp, kind, level, disabled, onChange }: Props) {
  const colour = level?.colour ?? "#ffffff";
  const intensity = level?.intensity ?? 0;
  return (
    <div className="lamp" data-on={level !== null}>
      <label>
        <input type="checkbox" checked={level !== null} disabled={disabled} onChange={(event) => onChange(event.target.checked ? { colour, intensity: 0.5 } : null)} />
        <span className="lamp-name">{lamp}</span> {kind !== lamp && <span className="faint">{kind}</span>}
      </label>
      <input type="color" aria-label={`Colour of ${lamp}`} value={colour} disabled={disabled || !level} onChange={(event) => onChange({ colour: event.target.value, intensity })} />
      <input type="range" aria-label={`Intensity of ${lamp}`} min={0} max={1} step={0.01} value={intensity} disabled={disabled || !level} onChange={(event) => onChange({ colour, intensity: Number(event.target.value) })} />
      <output>{level ? `${Math.round(intensity * 100)} %` : "off"}</output>
    </div>
  );
}
