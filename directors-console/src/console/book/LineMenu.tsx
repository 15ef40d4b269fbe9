import { DropdownMenu } from "radix-ui";
import { roleNameOf } from "../../company/Company";
import { useCompany, useCompanyConnected, useCompanyView } from "../../company/useCompany";
import { noteName } from "../../company/words";
import { LineNoteKind } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useBook, useDirector, useMay, useSeen } from "../director/useDirector";
import { cueTask } from "../editing/CueDialog";
import { cutStart, lastCueBefore, newCueAt, withCut } from "../editing/lineEdits";
import { useProduction } from "../production/useProduction";
import { loopStart, rehearseFrom, setLoop } from "../rehearse/rehearsal";
import { mainList } from "./book";

/** A line's number; pressed, it offers what can be done at that line. */
export function LineMenu({ line }: { line: string }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="line-number">
          {line}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" collisionPadding={8}>
          <LineItems line={line} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function LineItems({ line }: { line: string }) {
  const director = useDirector();
  const may = useMay("call");
  const isRehearsal = useSeen((view) => view.isRehearsal) === true;
  const loop = useSeen((view) => view.loop);
  const start = useStore(loopStart) ?? loop?.fromLine ?? null;
  return (
    <>
      <DropdownMenu.Label className="menu-label">Line {line}</DropdownMenu.Label>
      <MenuItem disabled={!may} onSelect={() => director.press(`Line ${line}`, { type: "Advance", value: { line } })}>
        Make it the current line
      </MenuItem>
      <NoteItems line={line} />
      {isRehearsal && (
        <>
          <MenuItem disabled={!may} onSelect={() => rehearseFrom(director, `line ${line}`, { line })}>
            Rehearse from here
          </MenuItem>
          <MenuItem disabled={!may} onSelect={() => loopStart.set(line)}>
            Loop from here …
          </MenuItem>
          <MenuItem disabled={!may || start === null} onSelect={() => setLoop(director, start, line)}>
            {start === null ? "Loop to here" : `Loop from ${start} to here`}
          </MenuItem>
        </>
      )}
      <EditItems line={line} />
    </>
  );
}

function EditItems({ line }: { line: string }) {
  const book = useBook();
  const { desk, document, isEditor, mayEdit } = useProduction();
  const cutFrom = useStore(cutStart);
  if (!isEditor || !document || !book) return null;
  const insert = () => {
    const { after, draft } = newCueAt(book, document, line, lastCueBefore(book, document, line) ?? "1");
    cueTask.set({ type: "insert", after, list: mainList, draft });
  };
  const cut = (from: string) => {
    cutStart.set(null);
    void desk.edit(`Cut ${from} to ${line}`, [withCut(document, { from, to: line })]);
  };
  return (
    <>
      <DropdownMenu.Separator className="menu-line" />
      <MenuItem disabled={!mayEdit} onSelect={insert}>
        Insert a cue here …
      </MenuItem>
      <MenuItem disabled={!mayEdit} onSelect={() => cut(line)}>
        Cut this line
      </MenuItem>
      <MenuItem disabled={!mayEdit} onSelect={() => cutStart.set(line)}>
        Cut from here …
      </MenuItem>
      {cutFrom !== null && (
        <MenuItem disabled={!mayEdit} onSelect={() => cut(cutFrom)}>
          Cut from {cutFrom} to here
        </MenuItem>
      )}
    </>
  );
}

/** What an actor did with the line, one entry for each of its roles and kinds. */
function NoteItems({ line }: { line: string }) {
  const company = useCompany();
  const view = useCompanyView();
  const mayNote = useCompanyConnected() && company.may(["notes"]);
  const roles = useBook()?.line(line)?.item.roles ?? [];
  if (!view) return null;
  return roles.flatMap((role) =>
    Object.values(LineNoteKind).map((kind) => (
      <MenuItem
        key={`${role} ${kind}`}
        disabled={!mayNote}
        onSelect={() => void company.desk.press(`Note ${line} as ${noteName[kind]} by ${roleNameOf(view, role)}`, { type: "NoteLine", value: { performance: company.performance, line, role, kind } })}
      >
        {roleNameOf(view, role)}: {noteName[kind]}
      </MenuItem>
    )),
  );
}

export function MenuItem({ disabled, onSelect, children }: { disabled: boolean; onSelect(): void; children: React.ReactNode }) {
  return (
    <DropdownMenu.Item className="menu-item" disabled={disabled} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}
