import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { nameOf } from "../../company/Company";
import { CompanyReport } from "../../company/CompanyReport";
import { useCompany } from "../../company/useCompany";
import type { CompanyRole, CompanyView } from "../../contracts/contracts";
import { OrderedPeople } from "./OrderedPeople";
import { PersonSelect } from "./PersonSelect";

/** A role's casting: who has it, who covers it, and who takes it over at once. */
export function RoleDialog({ company, role }: { company: CompanyView; role: CompanyRole }) {
  const { performance, may } = useCompany();
  const [person, setPerson] = useState("");
  const [swap, setSwap] = useState("");
  const firstCover = role.covers.find((cover) => company.members.find((member) => member.person === cover)?.signedInMs !== null);
  const swapName = swap === "" ? (firstCover ? nameOf(company, firstCover) : "the first cover") : nameOf(company, swap);
  const isCovered = role.tonight !== role.person;
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small" aria-label={`Casting of ${role.name}`} disabled={!may(["cast", "call"])}>
          Casting …
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog people-dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{role.name}</Dialog.Title>
          <CompanyReport />
          <section aria-label="Cast">
            <h3>In the cast: {nameOf(company, role.person)}</h3>
            <div className="people-form">
              <PersonSelect label="Give it to" members={company.members} value={person} none="Choose somebody" onChange={setPerson} />
              <CommandButton
                what={`Cast ${person === "" ? "somebody" : nameOf(company, person)} as ${role.name}`}
                command={{ type: "GiveRole", value: { role: role.role, person } }}
                needs={["cast"]}
                unless={person === "" ? "Choose somebody first." : null}
              />
              {role.person !== null && <CommandButton what={`Take ${role.name} back`} command={{ type: "TakeRoleBack", value: { role: role.role } }} needs={["cast"]} />}
            </div>
          </section>
          <section aria-label="Understudies">
            <h3>Covers, in order</h3>
            <OrderedPeople
              company={company}
              people={role.covers}
              empty="Nobody covers it: a bot plays it in somebody’s absence."
              what={(change) => `Covers of ${role.name}: ${change}`}
              command={(persons) => ({ type: "SetCovers", value: { role: role.role, persons } })}
              needs={["cast"]}
            />
          </section>
          <section aria-label="Hot swap">
            <h3>Tonight: {nameOf(company, role.tonight)}</h3>
            <div className="people-form">
              <PersonSelect label="Takes over at once" members={company.members} value={swap} none="The first cover who is signed in" onChange={setSwap} />
              <CommandButton
                what={`Put ${swapName} on as ${role.name}`}
                command={{ type: "CoverRole", value: { performance, role: role.role, person: swap === "" ? null : swap } }}
                needs={["cast", "call"]}
                warning={`${swapName} takes the role over in the middle of whatever happens, and gets a handover card. ${nameOf(company, role.tonight)} is off.`}
              />
              {isCovered && role.tonight !== null && (
                <CommandButton what={`End the cover of ${role.name}`} command={{ type: "UncoverRole", value: { performance, role: role.role } }} needs={["cast", "call"]} />
              )}
            </div>
          </section>
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
