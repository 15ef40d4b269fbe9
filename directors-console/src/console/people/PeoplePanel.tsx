import type { ReactNode } from "react";
import { CompanyReport } from "../../company/CompanyReport";
import { useCompany, useCompanyView } from "../../company/useCompany";
import type { CompanyView } from "../../contracts/contracts";
import { companyViews, type CompanyViewName } from "../views/views";
import { ViewLink } from "../views/ViewLink";

const anybody: readonly string[] = [];

interface Props {
  view: CompanyViewName;
  /** Scopes of which one is needed to change anything here; none when everybody may. */
  needs?: readonly string[];
  children(company: CompanyView): ReactNode;
}

/** A view of the company: the way to the others, what became of the last command, and the view itself. */
export function PeoplePanel({ view, needs = anybody, children }: Props) {
  const company = useCompany();
  const seen = useCompanyView();
  return (
    <section className="panel people" aria-labelledby="people-heading">
      <div className="panel-head">
        <h2 id="people-heading">{companyViews[view]}</h2>
        <nav className="people-nav" aria-label="Company views">
          {Object.entries(companyViews).map(([name, title]) => (
            <ViewLink key={name} performance={company.performance} view={name as CompanyViewName} isCurrent={name === view}>
              {title}
            </ViewLink>
          ))}
        </nav>
      </div>
      <CompanyReport />
      <div className="people-body">
        {!company.may(needs) && <p className="people-lock">You can look, and change nothing: your ticket does not allow to {needs.join(" or to ")}.</p>}
        {seen?.trouble && (
          <p className="people-lock" role="alert">
            The company’s journal cannot be written: {seen.trouble}
          </p>
        )}
        {seen ? children(seen) : <p className="faint">Asking for the company …</p>}
      </div>
    </section>
  );
}
