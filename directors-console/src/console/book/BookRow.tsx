import { memo } from "react";
import { BookItemKind, type BookItem } from "../../contracts/contracts";
import { CueMark } from "../cue/CueMark";
import type { BookRow as Row } from "./book";
import { LineMenu } from "./LineMenu";

interface Props {
  row: Row;
  isCurrent: boolean;
  /** A rehearsal repeats it. */
  isInLoop: boolean;
}

export const BookRow = memo(function BookRow({ row: { item, cues }, isCurrent, isInLoop }: Props) {
  return (
    <div className={`row ${kindClass[item.kind]}`} aria-current={isCurrent || undefined} data-called={cues.length > 0} data-loop={isInLoop}>
      {item.kind === BookItemKind.Line && <LineMenu line={item.id} />}
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
