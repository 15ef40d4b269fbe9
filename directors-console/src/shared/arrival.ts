import type { TicketHolder } from "../contracts/contracts";
import { api, RefusedError } from "./api";
import { backoffMs, pause } from "./backoff";
import { Store } from "./store";
import { keepTicket, takeFromLink, ticketFor, type Door } from "./ticket";

/** Who came in by a door: with a ticket that the server knows, or without one, and why not. */
export interface Arrival {
  isKnown: boolean;
  ticket: string | null;
  holder: TicketHolder | null;
  /** Why a link or a kept ticket was refused. */
  refusal: string | null;
}

/** Takes the ticket of the link or the kept one to the server, as often as it takes until there is an answer. */
export function arriveAt(door: Door): Store<Arrival> {
  const arrival = new Store<Arrival>({ isKnown: false, ticket: null, holder: null, refusal: null });
  addEventListener("hashchange", () => location.reload());
  void (async () => {
    const { ticket, key } = takeFromLink();
    if (ticket) keepTicket(door, ticket);
    const exchange = key ? await answered(() => api.exchangeOwnerKey(key)) : null;
    if (exchange?.value) keepTicket(door, exchange.value.ticket);
    arrival.set(await show(ticketFor(door), exchange?.refusal ?? null));
  })();
  return arrival;
}

async function show(ticket: string | null, earlierRefusal: string | null): Promise<Arrival> {
  if (!ticket) return { isKnown: true, ticket: null, holder: null, refusal: earlierRefusal };
  const { value, refusal } = await answered(() => api.me({ ticket }));
  return { isKnown: true, ticket: value ? ticket : null, holder: value, refusal: earlierRefusal ?? refusal };
}

async function answered<T>(ask: () => Promise<T>): Promise<{ value: T | null; refusal: string | null }> {
  for (let attempt = 0; ; attempt++) {
    try {
      return { value: await ask(), refusal: null };
    } catch (error) {
      if (error instanceof RefusedError) return { value: null, refusal: error.message };
      await pause(backoffMs(attempt));
    }
  }
}
