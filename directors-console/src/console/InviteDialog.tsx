import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import type { IssuedTicket, RoleInfo } from "../contracts/contracts";
import { InviteForm } from "./InviteForm";
import { InviteLink } from "./InviteLink";
import type { Director } from "./useDirector";

interface Props {
  director: Director;
  roles: readonly RoleInfo[];
  role: string | null;
  label: string;
  ariaLabel?: string;
}

/** Makes a link that lets somebody in: to play a role, to run the show, or to watch. */
export function InviteDialog({ director, roles, role, label, ariaLabel }: Props) {
  const [issued, setIssued] = useState<IssuedTicket | null>(null);
  return (
    <Dialog.Root onOpenChange={() => setIssued(null)}>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small" aria-label={ariaLabel} disabled={!director.isConnected}>
          {label}
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{issued ? "The invitation" : "Invite somebody"}</Dialog.Title>
          {issued ? <InviteLink link={issued.link} /> : <InviteForm director={director} roles={roles} role={role} onIssued={setIssued} />}
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
