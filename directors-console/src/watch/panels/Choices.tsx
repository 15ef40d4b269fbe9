import { useId } from "react";

interface Props<T extends string> {
  legend: string;
  choices: readonly T[];
  nameOf: Record<T, string>;
  chosen: T;
  onChoose(choice: T): void;
}

/** One of several, all of them in sight. */
export function Choices<T extends string>({ legend, choices, nameOf, chosen, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === chosen} onChange={() => onChoose(choice)} />
          <span>{nameOf[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Check({ label, on, onChange }: { label: string; on: boolean; onChange(on: boolean): void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
