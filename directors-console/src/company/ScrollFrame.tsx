import type { ReactNode } from "react";

interface Props {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A part that may be larger than its place, a wide table mostly: it scrolls by itself, by keys as well. */
export function ScrollFrame({ label, className = "table-frame", children }: Props) {
  return (
    // What scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
