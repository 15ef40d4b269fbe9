import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, type ReactNode } from "react";
import type { IssuedTicket, RoleInfo } from "../../contracts/contracts";
import { useConnected } from "../director/useDirector";
import { InviteForm } from "./InviteForm";
import { InviteLink } from "./InviteLink";

interface Props {
  roles: readonly RoleInfo[];
  role: string | null;
  label: ReactNode;
  ariaLabel?: string;
}

/** Makes a link that lets somebody in: to play a role, to run the show, or to watch. */
export function InviteDialog({ roles, role, label, ariaLabel }: Props) {
  const isConnected = useConnected();
  const [issued, setIssued] = useState<IssuedTicket | null>(null);
  return (
    <Dialog.Root onOpenChange={() => setIssued(null)}>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small" aria-label={ariaLabel} disabled={!isConnected}>
          {label}
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{issued ? "The invitation" : "Invite somebody"}</Dialog.Title>
          {issued ? <InviteLink link={issued.link} /> : <InviteForm roles={roles} role={role} onIssued={setIssued} />}
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
