import type { ReactNode } from "react";

/** A table that may be wider than the page: it scrolls by itself, by keys as well. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // What scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-frame" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
