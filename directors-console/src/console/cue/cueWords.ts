import { ContinueMode, type CueInfo } from "../../contracts/contracts";

/** A time as it is written on a sheet: "2.5 s", nothing for none. */
export const secondsText = (ms: number): string => (ms === 0 ? "" : `${Number((ms / 1000).toFixed(3))} s`);

/** What happens after a cue by itself; empty for nothing. */
export function continueText({ continue: mode, postWaitMs }: Pick<CueInfo, "continue" | "postWaitMs">): string {
  if (mode === ContinueMode.AutoFollow) return "then the next follows";
  if (mode === ContinueMode.AutoContinue) return postWaitMs ? `the next after ${secondsText(postWaitMs)}` : "with the next";
  return "";
}

/** A cue's times in one line. */
export function timesText({ preWaitMs, durationMs, postWaitMs }: Pick<CueInfo, "preWaitMs" | "durationMs" | "postWaitMs">): string {
  const parts = [
    preWaitMs ? `after ${secondsText(preWaitMs)}` : "",
    durationMs ? `${secondsText(durationMs)} long` : "",
    postWaitMs ? `post-wait ${secondsText(postWaitMs)}` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
