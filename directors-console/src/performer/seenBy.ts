import { ShowState, type StageScene } from "../contracts/contracts";
import { placeAt } from "../stage/transition";

interface Situation {
  isShowing: boolean;
  isConnected: boolean;
  role: string;
  scene: StageScene | null;
  nowMs: number;
}

export interface Seen {
  words: string;
  isSeen: boolean;
}

/** Who sees a performer at this moment, in words. */
export function seenBy({ isShowing, isConnected, role, scene, nowMs }: Situation): Seen {
  if (!isShowing) return { words: "Nobody sees you: your pictures come back to this page alone.", isSeen: false };
  if (!isConnected) return { words: "Nobody sees you: there is no connection. You will be seen again once it is back.", isSeen: false };
  const move = scene?.performers.find((one) => one.role === role);
  if (!move || placeAt(move, nowMs).opacity <= 0) return { words: "Stage management sees you on the console. The audience will once a cue puts you on the stage.", isSeen: true };
  const isPublic = scene?.show !== ShowState.Preset && scene?.show !== ShowState.Closed;
  return { words: isPublic ? "You are on the stage: the audience and the company see you." : "You are on the stage: the company sees you. The doors are closed to the audience.", isSeen: true };
}
