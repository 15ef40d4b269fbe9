import { useEffect, useEffectEvent } from "react";
import { actionOf, keymap, keyOf, type KeyAction, type Keymap } from "./keymap";
import { tabbed, watchTabbing } from "./tabbed";

type Press = Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "altKey" | "metaKey" | "target">;

/** What a key means on the console. Keys belong to text fields, to open dialogs, and Space and Enter to a control that was reached with Tab. */
export function shortcutOf(event: Press, keys: Keymap): KeyAction | null {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return null;
  const key = keyOf(event);
  const presses = key === " " || key === "enter";
  if (presses && target && target === tabbed.get()) return null;
  return actionOf(keys, key);
}

/** Listens for the console's keys on the whole page. */
export function useShortcuts(act: (action: KeyAction) => void): void {
  const onShortcut = useEffectEvent(act);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
      const action = shortcutOf(event, keymap.get());
      if (!action) return;
      event.preventDefault();
      onShortcut(action);
    };
    // A focused button is clicked when Space comes up again: that is not a second press.
    const release = (event: KeyboardEvent) => {
      if (event.key === " " && shortcutOf(event, keymap.get())) event.preventDefault();
    };
    addEventListener("keydown", press);
    addEventListener("keyup", release);
    const endWatching = watchTabbing();
    return () => {
      endWatching();
      removeEventListener("keydown", press);
      removeEventListener("keyup", release);
    };
  }, []);
}
