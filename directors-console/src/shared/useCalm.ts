import { useMatches } from "./useMatches";

/** True when the person asked their device for less motion. */
export const useCalm = (): boolean => useMatches("(prefers-reduced-motion: reduce)");
