import { Channels } from "../../company/Channels";
import { CueLights } from "../../company/CueLights";
import { Backstage } from "../../voice/Backstage";
import { PeoplePanel } from "./PeoplePanel";

/** Cue lights, and what the company says among itself. */
export function ChannelsView() {
  return (
    <PeoplePanel view="channels">
      {(company) => (
        <>
          <CueLights lights={company.lights} />
          <Backstage company={company} />
          <Channels company={company} departments={company.departments} />
        </>
      )}
    </PeoplePanel>
  );
}
