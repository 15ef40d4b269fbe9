import { CueKind, CueState, Emote, ShowState } from "../contracts/contracts";

export const showStateName: Record<ShowState, string> = {
  [ShowState.Preset]: "Preset",
  [ShowState.HouseOpen]: "House open",
  [ShowState.Beginners]: "Beginners",
  [ShowState.Running]: "Running",
  [ShowState.Held]: "Held",
  [ShowState.Interval]: "Interval",
  [ShowState.CurtainCall]: "Curtain call",
  [ShowState.Closed]: "Closed",
};

/** What a show state means to who comes to watch. */
export const showStateForAudience: Record<ShowState, string> = {
  [ShowState.Preset]: "Being prepared; the doors are not open yet",
  [ShowState.HouseOpen]: "The doors are open; the show begins soon",
  [ShowState.Beginners]: "The actors are called; the show is about to begin",
  [ShowState.Running]: "The show is on",
  [ShowState.Held]: "The show is held for a moment, and goes on soon",
  [ShowState.Interval]: "Interval; the show goes on soon",
  [ShowState.CurtainCall]: "Curtain call",
  [ShowState.Closed]: "The performance has ended",
};

export const cueStateName: Record<CueState, string> = {
  [CueState.Waiting]: "waiting",
  [CueState.Standby]: "standby",
  [CueState.PreWait]: "pre-wait",
  [CueState.Running]: "running",
  [CueState.Paused]: "paused",
  [CueState.Done]: "done",
  [CueState.Failed]: "failed",
  [CueState.Warned]: "warned",
};

export const cueKindName: Record<CueKind, string> = {
  [CueKind.Light]: "Light",
  [CueKind.Sound]: "Sound",
  [CueKind.Scenery]: "Scenery",
  [CueKind.Blocking]: "Blocking",
  [CueKind.Call]: "Call",
  [CueKind.Performer]: "Performer",
  [CueKind.Message]: "Message",
  [CueKind.Group]: "Group",
  [CueKind.GoTo]: "Go-to",
  [CueKind.Wait]: "Wait",
  [CueKind.Memo]: "Memo",
  [CueKind.Control]: "Control",
};

export const emoteName: Record<Emote, string> = {
  [Emote.None]: "Stand",
  [Emote.Bow]: "Bow",
  [Emote.Kneel]: "Kneel",
  [Emote.Sit]: "Sit",
  [Emote.Lie]: "Lie down",
  [Emote.Fall]: "Fall",
  [Emote.Point]: "Point",
  [Emote.Gesture]: "Gesture",
  [Emote.Wave]: "Wave",
  [Emote.Beckon]: "Beckon",
  [Emote.HandOnHeart]: "Hand on heart",
  [Emote.Weep]: "Weep",
  [Emote.Laugh]: "Laugh",
  [Emote.Pray]: "Pray",
  [Emote.Threaten]: "Threaten",
  [Emote.Shrug]: "Shrug",
  [Emote.Clap]: "Clap",
  [Emote.Nod]: "Nod",
  [Emote.ShakeHead]: "Shake the head",
  [Emote.Curtsy]: "Curtsy",
  [Emote.Salute]: "Salute",
  [Emote.Swear]: "Swear",
  [Emote.Cower]: "Cower",
  [Emote.Drink]: "Drink",
  [Emote.Guard]: "On guard",
  [Emote.Lunge]: "Lunge",
  [Emote.Parry]: "Parry",
  [Emote.Hit]: "Be struck",
};

/** 3:07 or 1:02:09. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
