import type { CompanyView } from "../../contracts/contracts";
import { OrderedPeople } from "./OrderedPeople";

/** Who calls the show in whose absence: the next in line takes the book by itself. */
export function CallingLine({ company }: { company: CompanyView }) {
  return (
    <section className="people-section" aria-labelledby="calling-line">
      <h3 id="calling-line">Calling line</h3>
      <p className="faint">When who calls the show is gone for five seconds, the first of these whose console is open calls it.</p>
      <OrderedPeople
        company={{ ...company, members: company.members.filter((member) => member.scopes.includes("call")) }}
        people={company.callingLine}
        empty="Nobody stands in it."
        needs={["call"]}
        what={(change) => `Calling line: ${change}`}
        command={(persons) => ({ type: "SetCallingLine", value: { persons } })}
      />
    </section>
  );
}
