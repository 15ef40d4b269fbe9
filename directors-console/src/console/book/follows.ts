import { Store } from "../../shared/store";

/** Whether the book turns its pages with the play; whoever turns them by hand ends that. */
export const follows = new Store(true);

/** A row that somebody asked to see, by its line's or division's id; null when it was shown. */
export const turnTo = new Store<string | null>(null);

export function show(id: string): void {
  follows.set(false);
  turnTo.set(id);
}
