import { DramaIcon } from "lucide-react";
import type { ReactNode } from "react";

/** The head of a page: the house's name, what the page is, and what belongs to the right of it. */
export function Banner({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="banner">
      <a className="banner-house" href="/" aria-label="VirtualStage, to the playbill">
        <DramaIcon aria-hidden size={22} />
        <span>VirtualStage</span>
      </a>
      <h1>{title}</h1>
      <div className="banner-more">{children}</div>
    </header>
  );
}
