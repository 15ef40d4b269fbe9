import { useState } from "react";
import { NameDialog } from "../editing/NameDialog";
import { Refusal } from "../editing/Field";
import type { LookEntry, ProductionDocument } from "../production/document";
import { useProduction } from "../production/useProduction";
import { ConfirmButton } from "../show/ConfirmButton";
import { LampRow } from "./LampRow";
import { LookPreview } from "./LookPreview";

interface Props {
  name: string;
  document: ProductionDocument;
  onName(name: string): void;
}

/** One look: what is tried is seen on the preview at once, and in the production when it is kept. */
export function LookEditor({ name, document, onName }: Props) {
  const { desk, mayEdit, isEditor } = useProduction();
  const kept = document.looks[name] ?? {};
  const [draft, setDraft] = useState<LookEntry>(kept);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept);
  const setLevel = (lamp: string, level: LookEntry[string] | null) => {
    const next = { ...draft };
    if (level) next[lamp] = level;
    else delete next[lamp];
    setDraft(next);
  };
  const keep = async () => setRefusal(await desk.edit(`Change look ${name}`, [{ type: "PutEntry", value: { section: "looks", key: name, value: JSON.stringify(draft) } }]));
  const make = (key: "presetLook" | "panicLook", words: string) => void desk.edit(words, [{ type: "SetValue", value: { key, value: JSON.stringify(name) } }]);
  return (
    <div className="look-editor">
      <LookPreview look={draft} name={name} />
      <div className="lamps" role="group" aria-label={`Lamps of ${name}`}>
        {Object.entries(document.lamps).map(([lamp, entry]) => (
          <LampRow key={lamp} lamp={lamp} kind={entry.kind} level={draft[lamp] ?? null} disabled={!isEditor} onChange={(level) => setLevel(lamp, level)} />
        ))}
      </div>
      <Refusal reason={refusal} />
      {isEditor && (
        <div className="look-acts">
          <button type="button" className="button is-small is-primary" disabled={!mayEdit || !isChanged} onClick={() => void keep()}>
            Keep {name}
          </button>
          <button type="button" className="button is-small" disabled={!isChanged} onClick={() => setDraft(kept)}>
            As it was
          </button>
          <NameDialog
            label="Copy …"
            title={`A copy of ${name}`}
            disabled={!mayEdit}
            onKeep={async (given) => {
              const reason = await desk.edit(`Make look ${given}`, [{ type: "PutEntry", value: { section: "looks", key: given, value: JSON.stringify(draft) } }]);
              if (reason === null) onName(given);
              return reason;
            }}
          />
          <NameDialog
            label="Rename …"
            title={`Another name for ${name}`}
            initial={name}
            disabled={!mayEdit || isChanged}
            onKeep={async (given) => {
              const reason = await desk.edit(`Rename look ${name}`, [{ type: "RenameEntry", value: { section: "looks", key: name, newKey: given } }]);
              if (reason === null) onName(given);
              return reason;
            }}
          />
          <button type="button" className="button is-small" disabled={!mayEdit || document.presetLook === name} onClick={() => make("presetLook", `${name} is the preset`)}>
            Preset
          </button>
          <button type="button" className="button is-small" disabled={!mayEdit || document.panicLook === name} onClick={() => make("panicLook", `${name} is the panic look`)}>
            Panic look
          </button>
          <ConfirmButton
            className="button is-small"
            disabled={!mayEdit}
            label="Delete"
            warning={`The look ${name} goes, if no cue fades to it. Undo brings it back.`}
            onConfirm={() => void desk.edit(`Delete look ${name}`, [{ type: "RemoveEntry", value: { section: "looks", key: name } }]).then(setRefusal)}
          />
        </div>
      )}
    </div>
  );
}
