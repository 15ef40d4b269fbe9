import { ArrowDownIcon, ArrowUpIcon, XIcon } from "lucide-react";
import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { nameOf } from "../../company/Company";
import type { CompanyView, ICompanyCommand } from "../../contracts/contracts";
import { moved, without } from "./ordering";
import { PersonSelect } from "./PersonSelect";

interface Props {
  company: CompanyView;
  people: readonly string[];
  empty: string;
  needs: readonly string[];
  what(change: string): string;
  command(people: string[]): ICompanyCommand;
}

/** People in an order: each change is sent whole, and shown when the server took it. */
export function OrderedPeople({ company, people, empty, needs, what, command }: Props) {
  const [added, setAdded] = useState("");
  const others = company.members.filter((member) => !people.includes(member.person));
  const chosen = others.some((member) => member.person === added) ? added : "";
  return (
    <>
      {people.length === 0 && <p className="faint">{empty}</p>}
      <ol className="ordered-people">
        {people.map((person, at) => {
          const name = nameOf(company, person);
          return (
            <li key={person}>
              <span className="name">{name}</span>
              <CommandButton what={what(`${name} earlier`)} command={command(moved(people, at, -1))} needs={needs} unless={at === 0 ? "Nobody stands before." : null} className="button is-small is-icon">
                <ArrowUpIcon size={14} aria-hidden="true" />
              </CommandButton>
              <CommandButton what={what(`${name} later`)} command={command(moved(people, at, 1))} needs={needs} unless={at === people.length - 1 ? "Nobody stands after." : null} className="button is-small is-icon">
                <ArrowDownIcon size={14} aria-hidden="true" />
              </CommandButton>
              <CommandButton what={what(`without ${name}`)} command={command(without(people, person))} needs={needs} className="button is-small is-icon">
                <XIcon size={14} aria-hidden="true" />
              </CommandButton>
            </li>
          );
        })}
      </ol>
      <div className="people-form">
        <PersonSelect label="Add" members={others} value={chosen} none="Choose somebody" onChange={setAdded} />
        <CommandButton what={what(`add ${chosen === "" ? "somebody" : nameOf(company, chosen)}`)} command={command([...people, chosen])} needs={needs} unless={chosen === "" ? "Choose somebody first." : null}>
          Add
        </CommandButton>
      </div>
    </>
  );
}
