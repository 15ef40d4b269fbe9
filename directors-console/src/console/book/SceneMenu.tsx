import { BookItemKind } from "../../contracts/contracts";
import { useBook } from "../director/useDirector";
import { show } from "./follows";

/** Turns the book to a scene. */
export function SceneMenu() {
  const book = useBook();
  const headings = book?.rows.filter((row) => row.item.kind === BookItemKind.Heading) ?? [];
  return (
    <label className="scene-menu">
      <span className="visually-hidden">Turn to</span>
      <select value="" onChange={(event) => event.target.value && show(event.target.value)}>
        <option value="">Turn to …</option>
        {headings.map(({ item }) => (
          <option key={item.id} value={item.id}>
            {"\u2003".repeat(Math.max(0, item.id.split(".").length - 1)) + item.text}
          </option>
        ))}
      </select>
    </label>
  );
}
