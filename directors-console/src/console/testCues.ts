import { ContinueMode, CueKind, type CueInfo } from "../contracts/contracts";

/** A light cue of the main list with nothing special about it; for tests. */
export const aCue = (number: string, more: Partial<CueInfo> = {}): CueInfo => ({
  number,
  title: `cue ${number}`,
  line: null,
  department: "Lights",
  kind: CueKind.Light,
  preWaitMs: 0,
  durationMs: 0,
  postWaitMs: 0,
  continue: ContinueMode.None,
  list: "main",
  group: null,
  armed: true,
  flagged: false,
  colour: null,
  notes: "",
  summary: "",
  ...more,
});
