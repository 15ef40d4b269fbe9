import type { Report } from "./commandDesk";

const words: Record<Report["state"], string> = { sent: "pressed …", accepted: "accepted", done: "done", refused: "refused", unconfirmed: "not confirmed" };

/** Where a press is, and how long that took: "accepted, 12 ms". */
export const reportWords = ({ state, tookMs }: Report): string => (tookMs === null ? words[state] : `${words[state]}, ${tookMs} ms`);
