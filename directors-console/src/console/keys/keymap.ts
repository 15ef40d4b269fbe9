import { Store } from "../../shared/store";

/** What a key can do on the console, in the order in which the dialog lists it. */
export const keyActions = ["go", "standby", "warn", "release", "back", "hold", "panic", "line", "follow"] as const;
export type KeyAction = (typeof keyActions)[number];
export type Keymap = Readonly<Record<KeyAction, readonly string[]>>;

export const keyActionName: Readonly<Record<KeyAction, string>> = {
  go: "GO",
  standby: "Standby",
  warn: "Warn",
  release: "Release the standby",
  back: "Back",
  hold: "Hold, resume",
  panic: "Panic",
  line: "On to the next line",
  follow: "Follow the current line",
};

export const defaultKeymap: Keymap = {
  go: [" "],
  standby: ["enter", "s"],
  warn: ["w"],
  release: ["r"],
  back: ["b"],
  hold: ["h"],
  panic: ["escape"],
  line: ["n"],
  follow: ["f"],
};

/** Keys by which people get about a page, and those that are no key alone. */
const reserved = /^(tab|shift|control|alt|altgraph|meta|capslock|arrow.*|home|end|pageup|pagedown|f5|f11|f12|dead|process|unidentified)$/;

/** A key as the keymap knows it: its letter's case means nothing. */
export const keyOf = (event: Pick<KeyboardEvent, "key">): string => event.key.toLowerCase();

export function actionOf(keymap: Keymap, key: string): KeyAction | null {
  return keyActions.find((action) => keymap[action].includes(key)) ?? null;
}

/** Why a key cannot be given to an action; null when it can. */
export function refusalOf(keymap: Keymap, action: KeyAction, key: string): string | null {
  if (reserved.test(key)) return `${keyName(key)} is needed to get about the page.`;
  const owner = actionOf(keymap, key);
  if (owner === null) return null;
  return owner === action ? `${keyName(key)} does that already.` : `${keyName(key)} is taken by “${keyActionName[owner]}”: give that another key first.`;
}

/** The keymap with one key in place of all that an action had. */
export const withKey = (keymap: Keymap, action: KeyAction, key: string): Keymap => ({ ...keymap, [action]: [key] });

/** A key as it is printed on buttons. */
export function keyName(key: string): string {
  const words: Record<string, string> = { " ": "Space", escape: "Esc", enter: "Enter", backspace: "Backspace", delete: "Del" };
  return words[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1));
}

const storageKey = "virtualstage.keys";

/** The keys of this browser. */
export const keymap = new Store<Keymap>(read(localStorage.getItem(storageKey)));

export function keepKeymap(next: Keymap): void {
  localStorage.setItem(storageKey, JSON.stringify(next));
  keymap.set(next);
}

/** What was stored, or the usual keys where that is no keymap: an action without a key, or two with the same. */
export function read(stored: string | null): Keymap {
  try {
    const found = JSON.parse(stored ?? "null") as Record<string, unknown> | null;
    const keys = keyActions.map((action) => found?.[action]);
    const all = keys.flat();
    const isSound = keys.every((list) => Array.isArray(list) && list.length > 0) && all.every((key) => typeof key === "string" && !reserved.test(key));
    return isSound && new Set(all).size === all.length ? (Object.fromEntries(keyActions.map((action, at) => [action, keys[at]])) as unknown as Keymap) : defaultKeymap;
  } catch {
    return defaultKeymap;
  }
}
