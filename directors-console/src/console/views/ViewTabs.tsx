import { tabs, type ViewName } from "./views";
import { ViewLink } from "./ViewLink";

/** The way to the other views. */
export function ViewTabs({ performance, current }: { performance: string; current: ViewName }) {
  return (
    <nav className="view-tabs" aria-label="Views">
      {tabs.map(({ title, first, views }) => (
        <ViewLink key={first} performance={performance} view={first} isCurrent={views.includes(current)}>
          {title}
        </ViewLink>
      ))}
    </nav>
  );
}
