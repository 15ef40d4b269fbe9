import { CircleCheckIcon, CircleDashedIcon, CircleDotIcon, CircleXIcon, HandshakeIcon, MicIcon } from "lucide-react";
import { useState } from "react";
import { CommandButton } from "../../company/CommandButton";
import { roleNameOf } from "../../company/Company";
import { dayAndTime, stepName } from "../../company/words";
import { AuditionStep, type AuditionView, type Auditionee, type CompanyView } from "../../contracts/contracts";
import { stepsOf } from "./auditions";

/** Somebody who auditions: where they are, and what comes next for them. */
export function AuditioneeRow({ company, audition, person }: { company: CompanyView; audition: AuditionView; person: Auditionee }) {
  const roles = audition.roles.length > 0 ? audition.roles : company.roles.map((role) => role.role);
  const [chosen, setChosen] = useState(person.role ?? person.wish ?? roles[0] ?? "");
  const can = stepsOf(person);
  const key = { audition: audition.id, person: person.person };
  const roleName = roleNameOf(company, chosen);
  const Icon = icons[person.step];
  return (
    <tr>
      <td>{person.slotMs === null ? (person.step === AuditionStep.Waiting ? person.ahead + 1 : "–") : dayAndTime(person.slotMs)}</td>
      <th scope="row">
        {person.name}
        {person.pronouns && <span className="faint"> ({person.pronouns})</span>}
        <span className="faint">{person.connected ? " here" : " not here"}</span>
      </th>
      <td className="line-text">{person.note}</td>
      <td data-step={stepName[person.step]}>
        <Icon size={15} aria-hidden="true" /> {stepName[person.step]}
      </td>
      <td>
        {can.callToRead || can.offer ? (
          <select aria-label={`Role for ${person.name}`} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNameOf(company, role)}
                {role === person.wish ? " (wished)" : ""}
              </option>
            ))}
          </select>
        ) : person.role === null ? (
          ""
        ) : (
          roleNameOf(company, person.role)
        )}
      </td>
      <td>
        <div className="row-actions">
          {can.callToRead && (
            <CommandButton what={`Call to read ${roleName}: ${person.name}`} command={{ type: "CallToRead", value: { ...key, role: chosen } }} needs={["cast"]}>
              Call to read
            </CommandButton>
          )}
          {can.endReading && (
            <CommandButton what={`End the reading of ${person.name}`} command={{ type: "EndReading", value: key }} needs={["cast"]}>
              End the reading
            </CommandButton>
          )}
          {can.offer && (
            <CommandButton what={`Offer the role of ${roleName} to ${person.name}`} command={{ type: "OfferRole", value: { ...key, role: chosen } }} needs={["cast"]}>
              Offer the role
            </CommandButton>
          )}
          {can.withdraw && (
            <CommandButton what={`Withdraw the offer to ${person.name}`} command={{ type: "WithdrawOffer", value: key }} needs={["cast"]}>
              Withdraw the offer
            </CommandButton>
          )}
          {can.thank && (
            <CommandButton what={`Thank ${person.name}`} command={{ type: "ThankAuditionee", value: key }} needs={["cast"]} warning="They are let go with thanks: there is no role for them.">
              Thank
            </CommandButton>
          )}
        </div>
      </td>
    </tr>
  );
}

const icons = {
  [AuditionStep.Waiting]: CircleDashedIcon,
  [AuditionStep.Reading]: MicIcon,
  [AuditionStep.Read]: CircleDotIcon,
  [AuditionStep.Offered]: HandshakeIcon,
  [AuditionStep.Accepted]: CircleCheckIcon,
  [AuditionStep.Declined]: CircleXIcon,
  [AuditionStep.Thanked]: CircleXIcon,
  [AuditionStep.Left]: CircleXIcon,
};
