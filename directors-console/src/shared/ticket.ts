export type Door = "console" | "stage-door" | "watch";

const doors: readonly Door[] = ["console", "stage-door", "watch"];
const keyOf = (door: Door) => `virtualstage.ticket.${door}`;

/** The ticket to show at a door. The console takes only its own, so that trying out an invitation never costs an owner theirs; the others take any. */
export function ticketFor(door: Door): string | null {
  const own = localStorage.getItem(keyOf(door));
  if (own || door === "console") return own;
  return doors.map((other) => localStorage.getItem(keyOf(other))).find((ticket) => ticket !== null) ?? null;
}

export function keepTicket(door: Door, ticket: string): void {
  localStorage.setItem(keyOf(door), ticket);
}

/** What a link carries behind its '#'. The address is cleared at once, so that nobody copies it on. */
export function takeFromLink(): { ticket: string | null; key: string | null } {
  const carried = new URLSearchParams(location.hash.slice(1));
  const taken = { ticket: carried.get("ticket"), key: carried.get("key") };
  if (taken.ticket || taken.key) history.replaceState(null, "", location.pathname + location.search);
  return taken;
}
