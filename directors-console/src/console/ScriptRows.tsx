import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { BookItemKind } from "../contracts/contracts";
import type { BookRow } from "./bookRows";
import { ScriptRow } from "./ScriptRow";
import type { Director } from "./useDirector";

interface Props {
  director: Director;
  rows: readonly BookRow[];
  follow: boolean;
  /** The reader turned the pages. */
  onLeave(): void;
}

/** Only the rows in sight are drawn: a play has thousands. */
export function ScriptRows({ director, rows, follow, onLeave }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index]),
    overscan: 12,
  });
  const currentLine = director.seen?.view.currentLine ?? null;
  const current = currentLine === null ? -1 : rows.findIndex((row) => row.item.id === currentLine);
  useEffect(() => {
    if (follow && current >= 0) virtualizer.scrollToIndex(current, { align: "center" });
  }, [follow, current, virtualizer]);
  return (
    // The list scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="script-scroll" tabIndex={0} role="region" aria-label="Text and cues" onWheel={onLeave} onTouchMove={onLeave}>
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
              <ScriptRow director={director} row={row} isCurrent={index === current} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

function estimate(row: BookRow | undefined): number {
  const text = row?.item.kind === BookItemKind.Heading ? 56 : 30;
  return text + (row?.cues.length ?? 0) * 32;
}
