import { useState, type FormEvent } from "react";
import { EditDialog } from "./EditDialog";
import { Field, Refusal } from "./Field";

interface Props {
  label: string;
  title: string;
  initial?: string;
  disabled: boolean;
  /** Keeps the name; gives why it was refused, null when it was kept. */
  onKeep(name: string): Promise<string | null>;
}

/** Asks for a name. */
export function NameDialog({ label, title, initial = "", disabled, onKeep }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const reason = await onKeep(name.trim());
    setRefusal(reason);
    if (reason === null) setOpen(false);
  };
  return (
    <EditDialog
      label={label}
      title={title}
      disabled={disabled}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setName(initial);
        setRefusal(null);
      }}
    >
      <form className="invite" onSubmit={(event) => void keep(event)}>
        <Field label="Name" hint="a letter first, then letters, digits, - or _">
          <input value={name} onChange={(event) => setName(event.target.value)} required maxLength={60} pattern="[A-Za-z][A-Za-z0-9_\-]*" autoComplete="off" />
        </Field>
        <Refusal reason={refusal} />
        <div className="dialog-actions">
          <button type="submit" className="button is-primary">
            Keep it
          </button>
        </div>
      </form>
    </EditDialog>
  );
}
