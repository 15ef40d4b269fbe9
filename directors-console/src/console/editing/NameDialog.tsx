import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, type FormEvent } from "react";
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
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setName(initial);
        setRefusal(null);
      }}
    >
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small" disabled={disabled}>
          {label}
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
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
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
