import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { IProductionEdit } from "../../contracts/contracts";
import { useDirector } from "../director/useDirector";
import { findCue, type CueEntry } from "../production/document";
import { useProduction } from "../production/useProduction";
import { ActionFields } from "./ActionFields";
import { CommonFields } from "./CommonFields";
import { FormError, toCue, toForm, type CueForm } from "./cueForm";
import { Refusal } from "./Field";

/** What a form is opened for: a cue that is there, or a new one behind another one, at the beginning of a list. */
export type CueTask = { type: "change"; number: string } | { type: "insert"; after: string | null; list: string; draft: Partial<CueEntry> };

export function CueEditor({ task, onDone }: { task: CueTask; onDone(): void }) {
  const { desk, document, mayEdit } = useProduction();
  const director = useDirector();
  const former = task.type === "change" && document ? (findCue(document, task.number)?.cue ?? null) : null;
  const form = useForm<CueForm>({ defaultValues: toForm(former ?? (task.type === "insert" ? task.draft : {})) });
  const [refusal, setRefusal] = useState<string | null>(null);
  if (!document) return <p>The sheet has not come yet.</p>;
  const keep = form.handleSubmit(async (values) => {
    try {
      const cue = toCue(values, former);
      const reason = await desk.edit(task.type === "change" ? `Change ${task.number}` : `Insert ${cue.number}`, [editOf(task, cue)]);
      setRefusal(reason);
      if (reason === null) {
        director.select(cue.number);
        onDone();
      }
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      setRefusal(error.message);
    }
  });
  return (
    <FormProvider {...form}>
      <form className="cue-form" onSubmit={(event) => void keep(event)}>
        <CommonFields />
        <ActionFields document={document} />
        <Refusal reason={refusal} />
        <div className="dialog-actions">
          <button type="submit" className="button is-primary" disabled={!mayEdit}>
            {task.type === "change" ? "Keep the change" : "Insert the cue"}
          </button>
        </div>
      </form>
    </FormProvider>
  );
}

function editOf(task: CueTask, cue: CueEntry): IProductionEdit {
  const json = JSON.stringify(cue);
  return task.type === "change"
    ? { type: "ChangeCue", value: { number: task.number, cue: json } }
    : { type: "InsertCue", value: { cue: json, after: task.after, list: task.list } };
}
