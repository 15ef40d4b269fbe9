import { useState } from "react";
import { listsOf, type Place } from "../production/document";
import { useProduction } from "../production/useProduction";
import { EditDialog } from "./EditDialog";
import { Field, Refusal } from "./Field";

/** Moves a cue behind another one, or to the beginning of a list. */
export function MoveDialog({ number, place }: { number: string; place: Place }) {
  const { desk, document, mayEdit } = useProduction();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [target, setTarget] = useState("");
  const lists = document ? listsOf(document) : [];
  const move = async () => {
    const [list = place.list, after = ""] = JSON.parse(target || "[]") as string[];
    const reason = await desk.edit(`Move ${number}`, [{ type: "MoveCue", value: { number, after: after || null, list } }]);
    setRefusal(reason);
    if (reason === null) setOpen(false);
  };
  return (
    <EditDialog
      label="Move …"
      title={`Move cue ${number}`}
      disabled={!mayEdit}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setRefusal(null);
      }}
    >
      <Field label="Behind">
        <select value={target} onChange={(event) => setTarget(event.target.value)}>
          <option value="">choose …</option>
          {lists.map(([list, cues]) => (
            <optgroup key={list} label={list}>
              <option value={JSON.stringify([list])}>the beginning of {list}</option>
              {cues
                .filter((cue) => cue.number !== number)
                .map((cue) => (
                  <option key={cue.number} value={JSON.stringify([list, cue.number])}>
                    {cue.number} {cue.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <Refusal reason={refusal} />
      <div className="dialog-actions">
        <button type="button" className="button is-primary" disabled={!mayEdit || target === ""} onClick={() => void move()}>
          Move it
        </button>
      </div>
    </EditDialog>
  );
}
