import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "../styles/tokens.css";
import "../styles/base.css";

/** Puts a page on the page. */
export function mount(page: ReactNode): void {
  const place = document.getElementById("page");
  if (place) createRoot(place).render(<StrictMode>{page}</StrictMode>);
}
