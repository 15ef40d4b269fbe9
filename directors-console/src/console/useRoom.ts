import { useSyncExternalStore } from "react";

export type Room = "phone" | "narrow" | "wide";

const wide = () => matchMedia("(width >= 1100px)");
const phone = () => matchMedia("(width < 600px)");

const subscribe = (changed: () => void) => {
  const queries = [wide(), phone()];
  for (const query of queries) query.addEventListener("change", changed);
  return () => queries.forEach((query) => query.removeEventListener("change", changed));
};

/** How much room there is: a phone is a console of its own, with the text and what must be pressed. */
export function useRoom(): Room {
  return useSyncExternalStore(subscribe, () => (phone().matches ? "phone" : wide().matches ? "wide" : "narrow"));
}
