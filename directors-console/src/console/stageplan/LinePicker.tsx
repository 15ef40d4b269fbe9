import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import { useStore } from "../../shared/store";
import { useBook } from "../director/useDirector";
import type { ProductionDocument } from "../production/document";
import { planLine } from "./planState";
import { blockedLines } from "./tracking";

/** The line at which the plan is looked at: the current one, or one that blocking is on. */
export function LinePicker({ document, line }: { document: ProductionDocument; line: string | null }) {
  const book = useBook();
  const chosen = useStore(planLine);
  if (!book) return null;
  const lines = blockedLines(document);
  const row = book.rowOf(line);
  const before = lines.findLast((one) => book.rowOf(one) < row);
  const after = lines.find((one) => book.rowOf(one) > row);
  const spoken = book.line(line);
  return (
    <div className="line-picker">
      <button type="button" className="button is-small is-icon" aria-label="To the blocking before" disabled={before === undefined} onClick={() => planLine.set(before ?? null)}>
        <ChevronLeftIcon size={16} aria-hidden="true" />
      </button>
      <p role="status">
        <strong>{line ?? "Before the first line"}</strong> <span className="faint">{spoken ? spoken.item.text : ""}</span>
      </p>
      <button type="button" className="button is-small is-icon" aria-label="To the blocking after" disabled={after === undefined} onClick={() => planLine.set(after ?? null)}>
        <ChevronRightIcon size={16} aria-hidden="true" />
      </button>
      <button type="button" className="button is-small" aria-pressed={chosen === null} onClick={() => planLine.set(null)}>
        Current line
      </button>
    </div>
  );
}
