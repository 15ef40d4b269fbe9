import { AlertDialog } from "radix-ui";

interface Props {
  label: string;
  short?: string;
  /** What it does that cannot be taken back. */
  warning: string;
  className: string;
  disabled: boolean;
  onConfirm(): void;
}

/** A button that asks before it does what cannot be taken back. */
export function ConfirmButton({ label, short, warning, className, disabled, onConfirm }: Props) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <button type="button" className={className} disabled={disabled}>
          {short ?? label} …
        </button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-overlay" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title className="dialog-title">{label}?</AlertDialog.Title>
          <AlertDialog.Description>{warning}</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="button">Not yet</AlertDialog.Cancel>
            <AlertDialog.Action className="button is-primary" onClick={onConfirm}>
              {label}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
