import { PlusIcon, Trash2Icon } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Emote } from "../../contracts/contracts";
import type { ProductionDocument } from "../production/document";
import { emptyStep, type CueForm } from "./cueForm";
import { Options } from "./Field";

/** As production.yaml writes them: HandOnHeart is hand-on-heart. */
const emotes = Object.keys(Emote).map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase());

/** Who moves where; all steps start together. */
export function BlockingFields({ document }: { document: ProductionDocument }) {
  const { fields, append, remove } = useFieldArray<CueForm, "blocking">({ name: "blocking" });
  return (
    <div className="rows is-wide">
      {fields.map((field, at) => (
        <StepFields key={field.id} at={at} document={document} onRemove={() => remove(at)} />
      ))}
      <button type="button" className="button is-small" onClick={() => append(emptyStep)}>
        <PlusIcon size={14} aria-hidden="true" /> Another step
      </button>
    </div>
  );
}

function StepFields({ at, document, onRemove }: { at: number; document: ProductionDocument; onRemove(): void }) {
  const { register, watch } = useFormContext<CueForm>();
  const step = watch(`blocking.${at}`);
  const entrances = Object.keys(document.stage.entrances);
  const marks = Object.keys(document.stage.marks);
  const label = (what: string) => `${what} of step ${at + 1}`;
  return (
    <div className="form-row">
      <select aria-label={label("Role")} {...register(`blocking.${at}.role`)} required>
        <Options names={Object.keys(document.roles)} chosen={step.role} none="role …" />
      </select>
      <select aria-label={label("Kind")} {...register(`blocking.${at}.kind`)}>
        <option value="enter">enters</option>
        <option value="move">moves</option>
        <option value="exit">exits</option>
        <option value="emote">stays, and</option>
      </select>
      {step.kind === "enter" && (
        <select aria-label={label("Entrance")} {...register(`blocking.${at}.from`)} required>
          <Options names={entrances} chosen={step.from} none="from …" />
        </select>
      )}
      {(step.kind === "enter" || step.kind === "move") && (
        <select aria-label={label("Mark")} {...register(`blocking.${at}.to`)} required>
          <Options names={marks} chosen={step.to} none="to …" />
        </select>
      )}
      {step.kind === "exit" && (
        <select aria-label={label("Exit")} {...register(`blocking.${at}.by`)} required>
          <Options names={entrances} chosen={step.by} none="by …" />
        </select>
      )}
      {step.kind !== "emote" && (
        <>
          <select aria-label={label("Gait")} {...register(`blocking.${at}.gait`)}>
            <option value="walk">walks</option>
            <option value="run">runs</option>
          </select>
          <input aria-label={label("Speed in metres a second")} className="is-short" placeholder="m/s" inputMode="decimal" {...register(`blocking.${at}.speed`)} />
        </>
      )}
      {step.kind !== "exit" && (
        <select aria-label={label("Emote")} {...register(`blocking.${at}.emote`)}>
          {emotes.map((emote) => (
            <option key={emote} value={emote}>
              {emote === "none" ? "stands" : emote.replaceAll("-", " ")}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="button is-small is-icon" aria-label={`Remove step ${at + 1}`} onClick={onRemove}>
        <Trash2Icon size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
