import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";
import type { CueInfo } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useDirector } from "../director/useDirector";
import { CueTableRow } from "./CueTableRow";

const rowHeight = 44;
const columns = ["Cue", "Title", "Line", "Pre", "Time", "Post", "Then", "Marks", "State"];

/** The rows in sight of a sheet that may have thousands. The arrow keys move the selection, never the playhead. */
export function CueTable({ cues }: { cues: readonly CueInfo[] }) {
  const director = useDirector();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ count: cues.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 });
  const selected = useStore(director.selection);
  const at = cues.findIndex((cue) => cue.number === selected);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: "auto" });
  }, [at, virtualizer]);
  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, Home: 0, End: cues.length - 1 }[event.key];
    const cue = to === undefined ? null : cues[to];
    if (!cue) return;
    event.preventDefault();
    director.select(cue.number);
  };
  return (
    <div className="cue-table" role="table" aria-label="Cue sheet" aria-rowcount={cues.length + 1} aria-colcount={columns.length}>
      <div role="row" aria-rowindex={1} className="cue-row is-head">
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {column}
          </span>
        ))}
      </div>
      {/* The rows scroll and are gone through by arrow keys: they must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={scroller} className="cue-scroll" role="rowgroup" tabIndex={0} aria-label="Cues, arrow keys select" onKeyDown={move}>
        <div style={{ height: virtualizer.getTotalSize(), position: "relative" }} role="presentation">
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const cue = cues[index];
            return cue ? <CueTableRow key={cue.number} cue={cue} index={index} top={start} /> : null;
          })}
        </div>
      </div>
    </div>
  );
}
