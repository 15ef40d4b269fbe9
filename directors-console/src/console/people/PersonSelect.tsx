import type { MemberView } from "../../contracts/contracts";

interface Props {
  label: string;
  members: readonly MemberView[];
  value: string;
  /** What stands for nobody. */
  none: string;
  onChange(person: string): void;
}

/** Somebody of the company. */
export function PersonSelect({ label, members, value, none, onChange }: Props) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {members.map((member) => (
          <option key={member.person} value={member.person}>
            {member.name}
            {member.pronouns && ` (${member.pronouns})`}
            {member.connected ? "" : ", not here"}
          </option>
        ))}
      </select>
    </label>
  );
}
