import { addressOf, type ViewName } from "./views";
import { goTo } from "./useView";

/** The way to a view: a link, so that it can be opened in a window of its own. */
export function ViewLink({ performance, view, isCurrent, children }: { performance: string; view: ViewName; isCurrent: boolean; children: React.ReactNode }) {
  return (
    <a
      href={addressOf(performance, view)}
      aria-current={isCurrent ? "page" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goTo(performance, view);
      }}
    >
      {children}
    </a>
  );
}
