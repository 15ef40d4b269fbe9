import { PeoplePanel } from "./PeoplePanel";
import { AuditionCard } from "./AuditionCard";
import { OpenAuditionForm } from "./OpenAuditionForm";

/** Auditions: their links, who waits, who reads, and what is offered. */
export function AuditionsView() {
  return (
    <PeoplePanel view="auditions" needs={["cast"]}>
      {(company) => (
        <>
          {company.auditions.map((audition) => (
            <AuditionCard key={audition.id} company={company} audition={audition} />
          ))}
          {company.auditions.length === 0 && <p className="faint">No audition was opened yet.</p>}
          <OpenAuditionForm company={company} />
        </>
      )}
    </PeoplePanel>
  );
}
