import { addressOption } from "../../shared/addressOptions";
import { isOneOf, isTruth, KeptStore } from "../../shared/keptStore";

export const sizes = ["small", "medium", "large", "huge"] as const;
export const contrasts = ["plain", "boxed", "high"] as const;
export const positions = ["over", "below", "above"] as const;

/** How a person wants to read what is spoken and told; kept in the browser. */
export interface SurtitleWish {
  isShown: boolean;
  /** Who speaks stands before the line. */
  names: boolean;
  /** Sounds in words. */
  sounds: boolean;
  size: (typeof sizes)[number];
  contrast: (typeof contrasts)[number];
  position: (typeof positions)[number];
  /** A language that the production is translated into; empty for what is spoken. */
  language: string;
  /** The audio description stands beside the surtitles. */
  describes: boolean;
  /** The browser speaks it. */
  speaks: boolean;
}

/** As BCP 47 has languages: letters, digits and hyphens. */
const isLanguage = (value: unknown): boolean => typeof value === "string" && /^[A-Za-z0-9-]{0,35}$/.test(value);

export const surtitleWish = new KeptStore<SurtitleWish>(
  "virtualstage.surtitles",
  { isShown: true, names: true, sounds: true, size: "medium", contrast: "plain", position: "over", language: "", describes: false, speaks: false },
  {
    isShown: isTruth,
    names: isTruth,
    sounds: isTruth,
    size: isOneOf(...sizes),
    contrast: isOneOf(...contrasts),
    position: isOneOf(...positions),
    language: isLanguage,
    describes: isTruth,
    speaks: isTruth,
  },
);

// An address may switch them off or ask for a language, for a broadcast or a screen in a foyer; nothing is kept of that.
const [shown, language] = [addressOption("surtitles"), addressOption("language")];
if (shown === "off" || shown === "on") surtitleWish.set({ ...surtitleWish.get(), isShown: shown === "on" });
if (language !== null && isLanguage(language)) surtitleWish.set({ ...surtitleWish.get(), language });
