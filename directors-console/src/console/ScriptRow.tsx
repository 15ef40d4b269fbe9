import { PlayIcon } from "lucide-react";
import { memo } from "react";
import { BookItemKind, CueState, type BookItem } from "../contracts/contracts";
import { cueState } from "./cues";
import { CueChip } from "./CueChip";
import type { BookRow } from "./bookRows";
import type { Director } from "./useDirector";

interface Props {
  director: Director;
  row: BookRow;
  isCurrent: boolean;
}

export const ScriptRow = memo(function ScriptRow({ director, row, isCurrent }: Props) {
  const { desk, isConnected, seen } = director;
  const { item, cues } = row;
  const standBy = (number: string) => void desk.press(`Standby ${number}`, { type: "StandBy", value: { cue: number } });
  return (
    <div className={`row ${kindClass[item.kind]}`} aria-current={isCurrent || undefined}>
      {item.kind === BookItemKind.Line && (
        <button
          type="button"
          className="advance"
          aria-label={`Make ${item.id} the current line`}
          title="Make this the current line"
          disabled={!isConnected}
          onClick={() => void desk.press(`Line ${item.id}`, { type: "Advance", value: { line: item.id } })}
        >
          <span className="line-id">{item.id}</span>
          <PlayIcon size={12} aria-hidden="true" />
        </button>
      )}
      <Text item={item} />
      {cues.length > 0 && (
        <div className="cues">
          {cues.map((cue) => (
            <CueChip
              key={cue.number}
              cue={cue}
              state={cueState(seen?.view ?? null, cue.number)}
              isNext={seen?.view.next === cue.number}
              disabled={!isConnected || cueState(seen?.view ?? null, cue.number) === CueState.Standby}
              onPress={() => standBy(cue.number)}
            />
          ))}
        </div>
      )}
    </div>
  );
});

function Text({ item }: { item: BookItem }) {
  if (item.kind === BookItemKind.Heading) return <h3>{item.text}</h3>;
  return <p>{item.text}</p>;
}

const kindClass: Record<BookItemKind, string> = {
  [BookItemKind.Heading]: "is-heading",
  [BookItemKind.Speaker]: "is-speaker",
  [BookItemKind.Line]: "is-line",
  [BookItemKind.Direction]: "is-direction",
};
