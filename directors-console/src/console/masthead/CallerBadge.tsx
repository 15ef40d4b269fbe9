import { BookOpenIcon, BookOpenCheckIcon, BotIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useCompanyView } from "../../company/useCompany";
import { useDirector, useMay, usePending, useSeen } from "../director/useDirector";

/** Who calls the show, and the book to take or to give back. */
export function CallerBadge() {
  const director = useDirector();
  const may = useMay("call");
  const isLeaving = usePending("LeaveCalling");
  const isTaking = usePending("TakeCalling");
  const caller = useSeen((view) => view.caller);
  const mine = caller !== null && !caller.isBot && caller.person === director.holder.person;
  const Icon = mine ? BookOpenCheckIcon : caller?.isBot ? BotIcon : BookOpenIcon;
  return (
    <div className="caller" data-mine={mine}>
      <p>
        <Icon size={18} aria-hidden="true" />
        <span>
          <span className="label">Calls the show</span>
          <span className="who">{caller ? (mine ? "You" : caller.name || "Somebody") : "–"}</span>
        </span>
      </p>
      {mine && <HandOver />}
      {mine ? (
        <button type="button" className="button is-small" disabled={!may || isLeaving} onClick={() => director.press("Give the book back", { type: "LeaveCalling", value: {} })}>
          Give it back
        </button>
      ) : (
        <button type="button" className="button is-small" disabled={!may || isTaking} onClick={() => director.press("Take the book", { type: "TakeCalling", value: {} })}>
          Take the book
        </button>
      )}
    </div>
  );
}

/** The book goes to somebody else who may call, and whose console is open. */
function HandOver() {
  const director = useDirector();
  const may = useMay("call");
  const isHandingOver = usePending("HandOverCalling");
  const members = useCompanyView()?.members ?? [];
  const others = members.filter((member) => member.person !== director.holder.person && member.scopes.includes("call") && member.connected);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button is-small" disabled={!may || isHandingOver || others.length === 0} title={others.length === 0 ? "Nobody else who may call is here." : undefined}>
          Hand over …
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">Who calls the show from now on</DropdownMenu.Label>
          {others.map(({ person, name }) => (
            <DropdownMenu.Item key={person} className="menu-item" onSelect={() => director.press(`Hand the book over to ${name}`, { type: "HandOverCalling", value: { person } })}>
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
