import { CommandButton } from "../../company/CommandButton";
import { roleNameOf } from "../../company/Company";
import { CompanyReport } from "../../company/CompanyReport";
import { useCompany, useCompanyView } from "../../company/useCompany";
import { noteName } from "../../company/words";
import { LineNoteKind } from "../../contracts/contracts";
import { useBook, useSeen } from "../director/useDirector";
import { LineNoteSign } from "../people/LineNoteSign";

/** The prompter's bar: the next line's actors are prompted, and what was done with the current line is noted. */
export function PromptBar() {
  const { performance, may } = useCompany();
  const company = useCompanyView();
  const book = useBook();
  const currentLine = useSeen((view) => view.currentLine);
  const current = book?.line(currentLine) ?? null;
  const next = book?.lineAfter(currentLine) ?? null;
  if (!company || !may(["call", "notes"])) return null;
  return (
    <div className="prompt-bar" role="group" aria-label="Prompter">
      {next?.item.roles.map((role) => (
        <CommandButton key={role} what={`Prompt ${roleNameOf(company, role)}`} command={{ type: "GivePrompt", value: { performance, role } }} needs={["call", "notes"]} className="button is-small is-primary" />
      ))}
      {current?.item.roles.map((role) => (
        <span key={role} className="note-kinds">
          <span className="faint">
            {roleNameOf(company, role)}, {current.item.id}:
          </span>
          {Object.values(LineNoteKind).map((kind) => (
            <CommandButton key={kind} what={`Note ${current.item.id} as ${noteName[kind]} by ${roleNameOf(company, role)}`} command={{ type: "NoteLine", value: { performance, line: current.item.id, role, kind } }} needs={["notes"]}>
              <LineNoteSign kind={kind} /> {noteName[kind]}
            </CommandButton>
          ))}
        </span>
      ))}
      <CompanyReport />
    </div>
  );
}
