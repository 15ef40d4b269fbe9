import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { BookItemKind } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useSeen } from "../director/useDirector";
import { loopRows } from "../rehearse/rehearsal";
import type { Book, BookRow as Row } from "./book";
import { BookRow } from "./BookRow";
import { follows, turnTo } from "./follows";

const leave = () => follows.set(false);

/** Only the rows in sight are drawn: a play has thousands. */
export function BookRows({ book, currentLine }: { book: Book; currentLine: string | null }) {
  const { rows } = book;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index]),
    overscan: 8,
  });
  const follow = useStore(follows);
  const current = book.rowOf(currentLine);
  useEffect(() => {
    if (follow && current >= 0) virtualizer.scrollToIndex(current, { align: "center" });
  }, [follow, current, virtualizer]);
  const loop = loopRows(book, useSeen((view) => view.loop));
  const wanted = useStore(turnTo);
  useEffect(() => {
    const row = book.rowOf(wanted);
    if (row >= 0) virtualizer.scrollToIndex(row, { align: "start" });
    turnTo.set(null);
  }, [wanted, book, virtualizer]);
  return (
    // The list scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div ref={scroller} className="script-scroll" tabIndex={0} role="region" aria-label="Text and cues" onWheel={leave} onTouchMove={leave} onKeyDown={(event) => turns.has(event.key) && leave()}>
      <div role="list" style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row ? (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="script-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <BookRow row={row} isCurrent={index === current} isInLoop={loop !== null && index >= loop[0] && index <= loop[1]} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

const turns: ReadonlySet<string> = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

function estimate(row: Row | undefined): number {
  const text = row?.item.kind === BookItemKind.Heading ? 56 : 28;
  return Math.max(text, (row?.cues.length ?? 0) * 32);
}
