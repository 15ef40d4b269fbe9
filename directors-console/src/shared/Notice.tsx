import type { ReactNode } from "react";

/** A whole page that says one thing. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main className="notice">
      <h1>{title}</h1>
      <div className="notice-text">{children}</div>
    </main>
  );
}
