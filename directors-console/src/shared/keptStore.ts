import { Store } from "./store";

/** For each field how it is known to be right. */
export type Checks<T> = { [K in keyof T]: (value: unknown) => boolean };

export const isTruth = (value: unknown): boolean => typeof value === "boolean";

/** From 0 to 1. */
export const isLevel = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1;

export const isOneOf =
  (...choices: readonly unknown[]) =>
  (value: unknown): boolean =>
    choices.includes(value);

/** What a person prefers, kept in their browser. What cannot be kept there holds until the page goes. */
export class KeptStore<T extends object> extends Store<T> {
  constructor(
    private readonly key: string,
    first: T,
    checks: Checks<T>,
  ) {
    super(kept(read(key), first, checks));
  }

  wish(change: Partial<T>): void {
    const wish = { ...this.get(), ...change };
    try {
      localStorage.setItem(this.key, JSON.stringify(wish));
    } catch {
      // The browser keeps nothing, or its room is full.
    }
    this.set(wish);
  }
}

/** What was kept, field by field as far as it can be understood. */
export function kept<T extends object>(text: string | null, first: T, checks: Checks<T>): T {
  let found: unknown;
  try {
    found = JSON.parse(text ?? "{}");
  } catch {
    return first;
  }
  if (typeof found !== "object" || found === null) return first;
  const known = Object.entries(found).filter(([name, value]) => Object.hasOwn(checks, name) && checks[name as keyof T](value));
  return { ...first, ...Object.fromEntries(known) };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
