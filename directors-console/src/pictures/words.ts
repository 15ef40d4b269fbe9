import { PlateHealth, type MattingState } from "../contracts/contracts";

/** How well the picture of the empty room fits, in words. */
export const plateHealthWords: Record<PlateHealth, string> = {
  [PlateHealth.None]: "no picture of the room: hair and gaps are cut more roughly",
  [PlateHealth.Good]: "fits",
  [PlateHealth.Corrected]: "light or camera changed, and the difference is reckoned with",
  [PlateHealth.Searching]: "does not fit: looking for the room again …",
  [PlateHealth.Spent]: "does not fit any more: take a new picture of the room",
};

/** Pictures a second, latency and size, in words. */
export function paceWords({ fps, latencyMs, scale }: MattingState): string {
  const size = scale < 1 ? `, at ${Math.round(scale * 100)}% of the camera's size, for want of time` : "";
  return `${Math.round(fps)} pictures a second, ${latencyMs} ms each${size}`;
}
