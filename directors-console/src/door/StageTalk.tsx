import { MessageCircleIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { useCompany, useCompanyView } from "../company/useCompany";
import { MessageKind } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { DoorChannels } from "./DoorChannels";

/** What was said last while somebody is on stage, and the way to the channels. */
export function StageTalk() {
  const { connection } = useCompany();
  const company = useCompanyView();
  const messages = useStore(connection.messages);
  const [readUpTo, setReadUpTo] = useState(() => messages.at(-1)?.number ?? 0);
  const fresh = messages.filter((message) => message.number > readUpTo && message.from !== company?.me && message.kind !== MessageKind.Note);
  const last = fresh.at(-1);
  const read = () => setReadUpTo(messages.at(-1)?.number ?? 0);
  return (
    <div className="stage-talk">
      <p role="status" aria-label="Last message">
        {last && (
          <>
            <strong>{last.fromName}</strong> {last.text}
          </>
        )}
      </p>
      <Dialog.Root onOpenChange={read}>
        <Dialog.Trigger asChild>
          <button type="button" className="button is-small" disabled={!company}>
            <MessageCircleIcon size={15} aria-hidden="true" /> Channels{fresh.length > 0 ? `, ${fresh.length} new` : ""}
          </button>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="dialog-overlay" />
          <Dialog.Content className="dialog" aria-describedby={undefined}>
            <Dialog.Title className="visually-hidden">Channels</Dialog.Title>
            {company && <DoorChannels company={company} />}
            <Dialog.Close className="dialog-close" aria-label="Close">
              <XIcon size={18} aria-hidden="true" />
            </Dialog.Close>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </div>
  );
}
