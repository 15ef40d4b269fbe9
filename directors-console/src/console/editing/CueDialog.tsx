import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { Store, useStore } from "../../shared/store";
import { CueEditor, type CueTask } from "./CueEditor";

/** The cue that is being edited or made; null when none is. */
export const cueTask = new Store<CueTask | null>(null);

/** Edits a cue, or makes a new one. It is opened from the inspector, the sheet and the book. */
export function CueDialog() {
  const task = useStore(cueTask);
  const close = () => cueTask.set(null);
  return (
    <Dialog.Root open={task !== null} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog is-large" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{task?.type === "change" ? `Cue ${task.number}` : "A new cue"}</Dialog.Title>
          {task && <CueEditor task={task} onDone={close} />}
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
