import { cloneElement, useId, type ReactElement } from "react";

/** A labelled field of a form. The label does not hold the control, which would make the control's value part of its own name. */
export function Field({ label, hint, wide = false, children }: { label: string; hint?: string; wide?: boolean; children: ReactElement<{ id?: string }> }) {
  const id = useId();
  return (
    <div className={wide ? "field is-wide" : "field"}>
      <label htmlFor={id}>
        {label}
        {hint && <span className="faint"> {hint}</span>}
      </label>
      {cloneElement(children, { id })}
    </div>
  );
}

/** The names that can be chosen; the chosen one is among them even when nothing has it. */
export function Options({ names, chosen, none }: { names: readonly string[]; chosen?: string; none?: string }) {
  return (
    <>
      {none !== undefined && <option value="">{none}</option>}
      {chosen && !names.includes(chosen) && <option value={chosen}>{chosen} (not there)</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </>
  );
}

/** Why an edit was refused, a line for each reason. */
export function Refusal({ reason }: { reason: string | null }) {
  if (reason === null) return null;
  return (
    <div className="refusal" role="alert">
      {reason.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
