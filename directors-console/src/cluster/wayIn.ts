import { api, RefusedError } from "../shared/api";

/** Lets this browser see Orleans' dashboard; why not, or null when it may. */
export async function wayIn(ticket: string | null): Promise<string | null> {
  if (!ticket) return "The dashboard of the theatre's servers is for its owner: open the console with the owner's link first.";
  try {
    await api.openOrleans({ ticket });
    return null;
  } catch (failure) {
    if (failure instanceof RefusedError && failure.status === 403) return "The dashboard of the theatre's servers is for its owner, and this is not the owner's ticket.";
    if (failure instanceof RefusedError && failure.status === 404) return "This theatre shows no dashboard of its servers: it was started without --orleans-dashboard.";
    return failure instanceof Error ? failure.message : String(failure);
  }
}
