import { useEffect, useEffectEvent } from "react";

export type Shortcut = "go" | "standby" | "panic";

/** What a key means on the console. Keys belong to text fields, to open dialogs, and to a control that was reached by keyboard. */
export function shortcutOf(event: Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "altKey" | "metaKey" | "target">): Shortcut | null {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog]")) return null;
  const ownsKeys = target?.matches("button:focus-visible, a:focus-visible") === true && !target.matches("[data-keys=console]");
  switch (event.key) {
    case " ":
      return ownsKeys ? null : "go";
    case "Enter":
      return ownsKeys ? null : "standby";
    case "s":
    case "S":
      return "standby";
    case "Escape":
      return "panic";
    default:
      return null;
  }
}

/** Listens for the console's keys on the whole page. */
export function useShortcuts(act: (shortcut: Shortcut) => void): void {
  const onShortcut = useEffectEvent(act);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      onShortcut(shortcut);
    };
    // A focused button is clicked when Space comes up again: that is not a second press.
    const release = (event: KeyboardEvent) => {
      if (event.key === " " && shortcutOf(event) === "go") event.preventDefault();
    };
    addEventListener("keydown", press);
    addEventListener("keyup", release);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("keyup", release);
    };
  }, []);
}
