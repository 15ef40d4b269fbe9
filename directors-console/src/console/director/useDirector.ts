import { createContext, useContext, useEffect, useMemo } from "react";
import type { PerformanceView, TicketHolder } from "../../contracts/contracts";
import { useSelect, useStore } from "../../shared/store";
import type { Book } from "../book/book";
import { Director } from "./Director";

export const DirectorContext = createContext<Director | null>(null);

/** Follows a performance for as long as the page shows it. */
export function useNewDirector(performance: string, ticket: string, holder: TicketHolder): Director {
  const director = useMemo(() => new Director(performance, ticket, holder), [performance, ticket, holder]);
  useEffect(() => director.start(), [director]);
  return director;
}

export function useDirector(): Director {
  const director = useContext(DirectorContext);
  if (!director) throw new Error("a part of the console was drawn outside of it");
  return director;
}

/** What is picked of the server's last view, null before the first; draws again only when that changed. */
export function useSeen<P>(pick: (view: PerformanceView) => P): P | null {
  return useSelect(useDirector().connection.seen, (view) => (view ? pick(view) : null));
}

/** The prompt book; null until it was fetched. */
export function useBook(): Book | null {
  return useStore(useDirector().books.book);
}

/** True while commands can be sent. */
export function useConnected(): boolean {
  return useSelect(useDirector().connection.link, (link) => link === "connected");
}

/** True while commands of a kind that needs the scope can be sent. */
export function useMay(scope: string): boolean {
  const director = useDirector();
  return useConnected() && director.may(scope);
}

/** True while a command of the type waits for its answer. */
export function usePending(type: string): boolean {
  return useSelect(useDirector().desk.pending, (pending) => pending.has(type));
}
