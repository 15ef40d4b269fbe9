import { useEffect, useSyncExternalStore } from "react";
import { addressOf, viewIn, type ViewName } from "./views";

const subscribe = (changed: () => void) => {
  addEventListener("popstate", changed);
  return () => removeEventListener("popstate", changed);
};

export function goTo(performance: string, view: ViewName): void {
  history.pushState(null, "", addressOf(performance, view));
  dispatchEvent(new PopStateEvent("popstate"));
}

/** The view that the address names; an address that names none is completed. */
export function useView(performance: string): ViewName {
  const view = useSyncExternalStore(subscribe, () => viewIn(location.pathname));
  useEffect(() => {
    const address = addressOf(performance, view);
    if (location.pathname !== address) history.replaceState(null, "", address + location.search);
  }, [performance, view]);
  return view;
}
