import { useSelect } from "../../shared/store";
import { keymap, keyName, type KeyAction } from "./keymap";
import { tabbed } from "./tabbed";

/** The key of an action as it is printed on its button; struck out while it belongs to a control that was reached with Tab. */
export function Key({ action }: { action: KeyAction }) {
  const key = useSelect(keymap, (keys) => keys[action][0] ?? "");
  const isTaken = useSelect(tabbed, (control) => control !== null) && pressing.has(key);
  return (
    <kbd aria-hidden="true" data-taken={isTaken} title={isTaken ? "Presses the control that you are on" : undefined}>
      {keyName(key)}
    </kbd>
  );
}

const pressing: ReadonlySet<string> = new Set([" ", "enter"]);

/** The same for assistive software. */
export function useAriaKeys(action: KeyAction): string {
  return useSelect(keymap, (keys) => keys[action].map((key) => (key === " " ? "Space" : key === "escape" ? "Escape" : keyName(key))).join(" "));
}
