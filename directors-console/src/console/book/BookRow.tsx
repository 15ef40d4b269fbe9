import { PlayIcon } from "lucide-react";
import { memo } from "react";
import { BookItemKind, type BookItem } from "../../contracts/contracts";
import { CueMark } from "../cue/CueMark";
import { useDirector, useMay } from "../director/useDirector";
import type { BookRow as Row } from "./book";

interface Props {
  row: Row;
  isCurrent: boolean;
}

export const BookRow = memo(function BookRow({ row: { item, cues }, isCurrent }: Props) {
  return (
    <div className={`row ${kindClass[item.kind]}`} aria-current={isCurrent || undefined} data-called={cues.length > 0}>
      {item.kind === BookItemKind.Line && <AdvanceButton line={item.id} />}
      <Text item={item} />
      {cues.length > 0 && (
        <div className="cues">
          {cues.map((cue) => (
            <CueMark key={cue.number} cue={cue} />
          ))}
        </div>
      )}
    </div>
  );
});

function AdvanceButton({ line }: { line: string }) {
  const director = useDirector();
  const may = useMay("call");
  return (
    <button type="button" className="advance" aria-label={`Make ${line} the current line`} title="Make this the current line" disabled={!may} onClick={() => director.press(`Line ${line}`, { type: "Advance", value: { line } })}>
      <span className="line-id">{line}</span>
      <PlayIcon size={12} aria-hidden="true" />
    </button>
  );
}

function Text({ item }: { item: BookItem }) {
  if (item.kind === BookItemKind.Heading) return <h3>{item.text}</h3>;
  return (
    <p>
      <span className="words">{item.text}</span>
    </p>
  );
}

const kindClass: Record<BookItemKind, string> = {
  [BookItemKind.Heading]: "is-heading",
  [BookItemKind.Speaker]: "is-speaker",
  [BookItemKind.Line]: "is-line",
  [BookItemKind.Direction]: "is-direction",
};
