import { useBook, useSeen } from "../director/useDirector";

/** Where in the play the current line is: act, scene. */
export function PlaceLine() {
  const book = useBook();
  const line = useSeen((view) => view.currentLine);
  const place = book?.placeOf(line) ?? [];
  return <p className="place faint">{line === null ? "Before the first line" : place.map((heading) => heading.text).join(" · ")}</p>;
}
