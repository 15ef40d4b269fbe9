/** What an address carries behind its '#' when the page is opened: how a broadcast or a link wants to have it. */
const carried = new URLSearchParams(location.hash.slice(1));

/** An option of the address, such as `view` in `/watch#view=speaker`; null where it is not given. */
export const addressOption = (name: string): string | null => carried.get(name);
