import { UsersIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useSeen } from "../director/useDirector";
import { ChatChoice } from "./ChatChoice";
import { DoorsForm } from "./DoorsForm";
import { doorsInWords } from "./doorsInWords";
import { ReactionsSwitch } from "./ReactionsSwitch";

/** How many are in the house; behind it who is let in, whether they are heard, and when they may chat. */
export function HouseBadge() {
  const count = useSeen((view) => view.houseCount);
  const doors = useSeen((view) => view.doors);
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small house" title={doors ? doorsInWords(doors) : "Spectators in the house"}>
          <UsersIcon size={18} aria-hidden="true" /> <span className="visually-hidden">House: </span>
          {count ?? "–"}
          {doors !== null && doors.waiting > 0 && <span className="waiting">{doors.waiting} wait</span>}
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">The house</Dialog.Title>
          {doors && (
            <>
              <p role="status">{doorsInWords(doors)}</p>
              <DoorsForm key={`${doors.admits} ${doors.capacity ?? ""}`} doors={doors} />
              <ReactionsSwitch taken={doors.reactionsTaken} />
              <ChatChoice mode={doors.chat} />
            </>
          )}
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
