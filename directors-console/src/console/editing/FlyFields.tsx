import { PlusIcon, Trash2Icon } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import type { CueForm } from "./cueForm";
import { Options } from "./Field";

/** Which pieces go in and which go out. */
export function FlyFields({ pieces }: { pieces: readonly string[] }) {
  const { register, watch } = useFormContext<CueForm>();
  const { fields, append, remove } = useFieldArray<CueForm, "fly">({ name: "fly" });
  return (
    <div className="rows is-wide">
      {fields.map((field, at) => (
        <div key={field.id} className="form-row">
          <select aria-label={`Piece ${at + 1}`} {...register(`fly.${at}.piece`)} required>
            <Options names={pieces} chosen={watch(`fly.${at}.piece`)} none="piece …" />
          </select>
          <select aria-label={`Where piece ${at + 1} goes`} {...register(`fly.${at}.way`)}>
            <option value="in">in</option>
            <option value="out">out</option>
          </select>
          <button type="button" className="button is-small is-icon" aria-label={`Remove piece ${at + 1}`} onClick={() => remove(at)}>
            <Trash2Icon size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button type="button" className="button is-small" onClick={() => append({ piece: "", way: "in" })}>
        <PlusIcon size={14} aria-hidden="true" /> Another piece
      </button>
      {pieces.length === 0 && <p className="faint">No set piece of this production can leave.</p>}
    </div>
  );
}
