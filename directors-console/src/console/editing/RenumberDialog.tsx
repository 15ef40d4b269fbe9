import { useState } from "react";
import { useForm } from "react-hook-form";
import { listsOf } from "../production/document";
import { useProduction } from "../production/useProduction";
import { EditDialog } from "./EditDialog";
import { Field, Options, Refusal } from "./Field";

interface Range {
  from: string;
  to: string;
  only: string;
  prefix: string;
  start: string;
  step: string;
}

/** Gives the cues of a range new numbers in order; whatever refers to them follows. */
export function RenumberDialog() {
  const { desk, document, mayEdit, isEditor } = useProduction();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, watch } = useForm<Range>({ defaultValues: { from: "", to: "", only: "", prefix: "", start: "1", step: "1" } });
  if (!isEditor) return null;
  const numbers = document ? listsOf(document).flatMap(([, cues]) => cues.map((cue) => cue.number)) : [];
  const { prefix, start, step } = watch();
  const renumber = handleSubmit(async (range) => {
    const reason = await desk.edit(`Renumber ${range.from} to ${range.to}`, [
      { type: "RenumberCues", value: { from: range.from, to: range.to, only: range.only || null, prefix: range.prefix, start: Number(range.start), step: Number(range.step) } },
    ]);
    setRefusal(reason);
    if (reason === null) setOpen(false);
  });
  return (
    <EditDialog
      label="Renumber …"
      title="Renumber cues"
      disabled={!mayEdit}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setRefusal(null);
      }}
    >
      <form className="fields" onSubmit={(event) => void renumber(event)}>
        <Field label="From">
          <select {...register("from")} required>
            <Options names={numbers} none="choose …" />
          </select>
        </Field>
        <Field label="To">
          <select {...register("to")} required>
            <Options names={numbers} none="choose …" />
          </select>
        </Field>
        <Field label="Only those that begin with" hint="such as “LX ”">
          <input {...register("only")} maxLength={20} />
        </Field>
        <Field label="New numbers begin with">
          <input {...register("prefix")} maxLength={20} />
        </Field>
        <Field label="First number">
          <input {...register("start")} type="number" min={0} step="any" required />
        </Field>
        <Field label="Step">
          <input {...register("step")} type="number" min={0.001} step="any" required />
        </Field>
        <p className="faint is-wide">
          They will be {prefix + String(Number(start))}, {prefix + String(Number((Number(start) + Number(step)).toFixed(3)))}, {prefix + String(Number((Number(start) + 2 * Number(step)).toFixed(3)))} …
        </p>
        <Refusal reason={refusal} />
        <div className="dialog-actions is-wide">
          <button type="submit" className="button is-primary" disabled={!mayEdit}>
            Renumber
          </button>
        </div>
      </form>
    </EditDialog>
  );
}
