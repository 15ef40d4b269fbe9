import { Store } from "../../shared/store";

/** The control that was reached with Tab: Space and Enter press it, and are the console's no longer. Null when none was. */
export const tabbed = new Store<Element | null>(null);

/** A control that has the focus from a click, or because a dialog was closed, takes no key from the console. */
export function watchTabbing(page: EventTarget = document): () => void {
  let isTabbing = false;
  const press = (event: Event) => {
    isTabbing = (event as KeyboardEvent).key === "Tab";
  };
  const point = () => {
    isTabbing = false;
    tabbed.set(null);
  };
  const focus = (event: Event) => {
    const target = event.target instanceof Element ? event.target : null;
    tabbed.set(isTabbing && target?.matches("button, a, summary, [role=button], [role=tab], [role=switch]") && !target.matches("[data-keys=console]") ? target : null);
  };
  const leave = () => tabbed.set(null);
  const listeners = { keydown: press, pointerdown: point, focusin: focus, focusout: leave };
  for (const [name, listener] of Object.entries(listeners)) page.addEventListener(name, listener, true);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) page.removeEventListener(name, listener, true);
  };
}
