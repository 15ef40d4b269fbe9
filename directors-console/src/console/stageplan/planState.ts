import { Store } from "../../shared/store";

/** What of the plan is looked at. */
export type Selected = { kind: "marks" | "entrances" | "pieces" | "role"; id: string };
export const selectedThing = new Store<Selected | null>(null);

/** The line at which the plan is looked at; null for the current one. */
export const planLine = new Store<string | null>(null);
