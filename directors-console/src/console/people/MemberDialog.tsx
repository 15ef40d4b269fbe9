import { XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { CompanyReport } from "../../company/CompanyReport";
import { useCompany } from "../../company/useCompany";
import { departmentName } from "../../company/words";
import type { CompanyView, MemberView } from "../../contracts/contracts";

/** Somebody's departments, and the way out of the company. */
export function MemberDialog({ company, member }: { company: CompanyView; member: MemberView }) {
  const { may } = useCompany();
  const [chosen, setChosen] = useState<readonly string[]>(member.departments);
  const toggle = (department: string) => setChosen(chosen.includes(department) ? chosen.filter((one) => one !== department) : [...chosen, department]);
  return (
    <Dialog.Root onOpenChange={() => setChosen(member.departments)}>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small" aria-label={`Change the departments of ${member.name}`} disabled={!may(["cast"])}>
          Change …
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog people-dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{member.name}</Dialog.Title>
          <CompanyReport />
          <fieldset className="choices">
            <legend>Departments</legend>
            {company.departments
              .filter((department) => department !== "Cast")
              .map((department) => (
                <label key={department}>
                  <input type="checkbox" checked={chosen.includes(department)} onChange={() => toggle(department)} /> {departmentName(department)}
                </label>
              ))}
          </fieldset>
          <div className="dialog-actions">
            <CommandButton
              what={`Take ${member.name} out of the company`}
              command={{ type: "RemoveMember", value: { person: member.person } }}
              needs={["cast"]}
              unless={member.person === company.me ? "You cannot take yourself out." : null}
              warning="Their roles, covers and departments go with them, and their ticket is void."
            />
            <CommandButton what={`Set the departments of ${member.name}`} command={{ type: "SetDepartments", value: { person: member.person, departments: [...chosen] } }} needs={["cast"]} className="button is-primary">
              Set the departments
            </CommandButton>
          </div>
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
