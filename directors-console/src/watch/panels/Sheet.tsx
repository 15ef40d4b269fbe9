import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useRef, type ReactNode } from "react";

interface Props {
  title: string;
  onClose(): void;
  /** Where the keyboard goes when it closes. */
  opener(): HTMLElement | null;
  children: ReactNode;
}

/** Settings beside the picture, which goes on and shows what they do. It closes by Escape, by its cross and by a press beside it. */
export function Sheet({ title, onClose, opener, children }: Props) {
  const goesBackTo = useRef(opener);
  useEffect(() => {
    goesBackTo.current = opener;
  });
  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          className="watch-sheet"
          aria-describedby={undefined}
          // A menu that closes behind it takes the keyboard for a moment.
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            goesBackTo.current()?.focus();
          }}
        >
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          {children}
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
