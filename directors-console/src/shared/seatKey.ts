const storageKey = "virtualstage.seat";

/** What this tab keeps its place in the house by: the same when the page is loaded anew, and another in another tab. */
export function seatKey(storage: Storage | null = tabStorage()): string {
  const kept = storage?.getItem(storageKey);
  return kept && /^[\w-]{16,64}$/.test(kept) ? kept : newSeatKey(storage);
}

/** Another key: somebody else has this one by now, as when a tab was doubled. */
export function newSeatKey(storage: Storage | null = tabStorage()): string {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  storage?.setItem(storageKey, key);
  return key;
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    // A browser that keeps nothing: the place lasts as long as the page.
    return null;
  }
}
