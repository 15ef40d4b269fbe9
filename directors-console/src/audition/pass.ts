/** What somebody has of an audition: the public link's token to sign up with, and the ticket that they got for it. */
export interface Pass {
  token: string | null;
  ticket: string | null;
}

const keyOf = (audition: string, what: keyof Pass) => `virtualstage.audition.${audition}.${what}`;

/** The audition in an address like `/audition/hamlet-a1`. */
export const auditionIn = (path: string): string => decodeURIComponent(path.split("/")[2] ?? "");

/** Takes the pass out of the link, or the kept one; a ticket leaves the address at once, the token is public and stays for who comes back. */
export function takePass(audition: string): Pass {
  const carried = new URLSearchParams(location.hash.slice(1));
  for (const what of ["token", "ticket"] as const) {
    const value = carried.get(what);
    if (value) localStorage.setItem(keyOf(audition, what), value);
  }
  if (carried.has("ticket")) history.replaceState(null, "", location.pathname + location.search);
  return { token: localStorage.getItem(keyOf(audition, "token")), ticket: localStorage.getItem(keyOf(audition, "ticket")) };
}

export const keepPass = (audition: string, ticket: string): void => localStorage.setItem(keyOf(audition, "ticket"), ticket);

export const dropPass = (audition: string): void => localStorage.removeItem(keyOf(audition, "ticket"));
