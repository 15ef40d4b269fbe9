import { useState } from "react";
import { useForm } from "react-hook-form";
import type { IProductionEdit } from "../../contracts/contracts";
import { Field, Refusal } from "../editing/Field";
import type { ProductionDocument } from "./document";
import { useProduction } from "./useProduction";

interface Facts {
  title: string;
  width: number;
  depth: number;
}

/** Title and the stage's measures. */
export function FactsForm({ document }: { document: ProductionDocument }) {
  const { desk, mayEdit } = useProduction();
  const [refusal, setRefusal] = useState<string | null>(null);
  const facts: Facts = { title: document.title, width: document.stage.width, depth: document.stage.depth };
  const { register, handleSubmit, formState } = useForm<Facts>({ defaultValues: facts });
  const keep = handleSubmit(async (next) => {
    const values: [string, unknown, unknown][] = [
      ["title", next.title.trim(), facts.title],
      ["stage.width", next.width, facts.width],
      ["stage.depth", next.depth, facts.depth],
    ];
    const edits = values.filter(([, now, then]) => now !== then).map(([key, now]): IProductionEdit => ({ type: "SetValue", value: { key, value: JSON.stringify(now) } }));
    if (edits.length > 0) setRefusal(await desk.edit("Change title and measures", edits));
  });
  return (
    <form className="fields" aria-label="Title and measures" onSubmit={(event) => void keep(event)}>
      <Field label="Title" wide>
        <input {...register("title")} required maxLength={200} />
      </Field>
      <Field label="Stage width" hint="m">
        <input type="number" step="any" min={2} max={100} required {...register("width", { valueAsNumber: true })} />
      </Field>
      <Field label="Stage depth" hint="m">
        <input type="number" step="any" min={2} max={100} required {...register("depth", { valueAsNumber: true })} />
      </Field>
      <Refusal reason={refusal} />
      <div className="acts is-wide">
        <button type="submit" className="button is-small is-primary" disabled={!mayEdit || !formState.isDirty}>
          Keep
        </button>
      </div>
    </form>
  );
}
