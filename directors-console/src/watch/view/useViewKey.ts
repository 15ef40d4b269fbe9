import { useEffect } from "react";
import { nextView } from "./viewWish";

/** `C` takes the next view, where nothing else takes letters. */
export function useViewKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const taken = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable], [role='menu']");
      if (taken || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== "c") return;
      event.preventDefault();
      nextView();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
