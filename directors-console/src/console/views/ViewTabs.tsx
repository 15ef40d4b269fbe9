import { addressOf, views, type ViewName } from "./views";
import { goTo } from "./useView";

/** The way to the other views. They are links, so that one can be opened in a window of its own. */
export function ViewTabs({ performance, current }: { performance: string; current: ViewName }) {
  return (
    <nav className="view-tabs" aria-label="Views">
      {Object.entries(views).map(([name, title]) => {
        const view = name as ViewName;
        return (
          <a
            key={view}
            href={addressOf(performance, view)}
            aria-current={view === current ? "page" : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              goTo(performance, view);
            }}
          >
            {title}
          </a>
        );
      })}
    </nav>
  );
}
