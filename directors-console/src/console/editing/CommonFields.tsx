import { useFormContext } from "react-hook-form";
import type { CueForm } from "./cueForm";
import { Field } from "./Field";

const departments = ["lights", "sound", "scenery", "blocking", "calls", "performers", "messages", "stage-management"];

/** What every cue has. */
export function CommonFields() {
  const { register, watch } = useFormContext<CueForm>();
  return (
    <div className="fields">
      <Field label="Number">
        <input {...register("number")} required maxLength={20} autoComplete="off" />
      </Field>
      <Field label="Called on line">
        <input {...register("line")} autoComplete="off" placeholder="1.1.5" />
      </Field>
      <Field label="Department">
        <select {...register("department")}>
          <option value="">by its kind</option>
          {departments.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Field>
      <Field label="Title" wide>
        <input {...register("title")} required maxLength={200} autoComplete="off" />
      </Field>
      <Field label="Pre-wait" hint="s">
        <input {...register("preWait")} inputMode="decimal" autoComplete="off" placeholder="0" />
      </Field>
      <Field label="Duration" hint="s">
        <input {...register("duration")} inputMode="decimal" autoComplete="off" placeholder="0" />
      </Field>
      <Field label="Post-wait" hint="s">
        <input {...register("postWait")} inputMode="decimal" autoComplete="off" placeholder="0" />
      </Field>
      <Field label="Then" wide>
        <select {...register("continue")}>
          <option value="none">waits for the next GO</option>
          <option value="auto-continue">the next goes after the post-wait</option>
          <option value="auto-follow">the next follows when this is complete</option>
        </select>
      </Field>
      <div className="checks is-wide">
        <label>
          <input type="checkbox" {...register("armed")} /> Armed
        </label>
        <label>
          <input type="checkbox" {...register("flagged")} /> Flagged
        </label>
        <label>
          <input type="checkbox" {...register("isColoured")} /> Marked in
        </label>
        <input type="color" aria-label="Colour of the mark" disabled={!watch("isColoured")} {...register("colour")} />
      </div>
      <Field label="Notes" wide>
        <textarea {...register("notes")} rows={2} maxLength={2000} />
      </Field>
    </div>
  );
}
