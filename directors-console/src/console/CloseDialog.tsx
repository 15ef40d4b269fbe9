import { AlertDialog } from "radix-ui";

/** Asks before a performance is ended for good. */
export function CloseDialog({ disabled, isNext, onConfirm }: { disabled: boolean; isNext: boolean; onConfirm(): void }) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <button type="button" className={isNext ? "button is-small is-primary" : "button is-small"} disabled={disabled}>
          Close …
        </button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-overlay" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title className="dialog-title">Close the performance?</AlertDialog.Title>
          <AlertDialog.Description>It ends for good: the house is let out, and nothing can be played in it again.</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="button">Not yet</AlertDialog.Cancel>
            <AlertDialog.Action className="button is-primary" onClick={onConfirm}>
              Close the performance
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
