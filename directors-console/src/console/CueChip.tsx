import {
  CornerDownRightIcon,
  FootprintsIcon,
  HourglassIcon,
  LampIcon,
  LayersIcon,
  MegaphoneIcon,
  MountainIcon,
  PersonStandingIcon,
  SendIcon,
  SlidersHorizontalIcon,
  StickyNoteIcon,
  Volume2Icon,
} from "lucide-react";
import { ContinueMode, CueKind, type CueInfo, type CueState } from "../contracts/contracts";
import { cueKindName, cueStateName } from "../shared/words";

interface Props {
  cue: CueInfo;
  state: CueState;
  isNext: boolean;
  disabled: boolean;
  onPress(): void;
}

/** A cue in the margin; pressing it puts it on standby. */
export function CueChip({ cue, state, isNext, disabled, onPress }: Props) {
  const Icon = icons[cue.kind];
  const word = cueStateName[state];
  return (
    <button
      type="button"
      className="cue-chip"
      data-state={word}
      data-next={isNext}
      disabled={disabled}
      onClick={onPress}
      title={`${cueKindName[cue.kind]} · ${cue.durationMs / 1000} s${cue.preWaitMs ? `, after ${cue.preWaitMs / 1000} s` : ""}`}
    >
      <Icon size={14} aria-hidden="true" />
      <span className="number">{cue.number}</span>
      <span className="title">{cue.title}</span>
      {cue.continue !== ContinueMode.None && <span className="continue">{cue.continue === ContinueMode.AutoFollow ? "then follow ↓" : "and on ↓"}</span>}
      <span className="state">{word === "waiting" ? (isNext ? "next" : "") : word}</span>
      <span className="visually-hidden">, {cueKindName[cue.kind].toLowerCase()} cue. Put it on standby</span>
    </button>
  );
}

const icons = {
  [CueKind.Light]: LampIcon,
  [CueKind.Sound]: Volume2Icon,
  [CueKind.Scenery]: MountainIcon,
  [CueKind.Blocking]: FootprintsIcon,
  [CueKind.Call]: MegaphoneIcon,
  [CueKind.Performer]: PersonStandingIcon,
  [CueKind.Message]: SendIcon,
  [CueKind.Group]: LayersIcon,
  [CueKind.GoTo]: CornerDownRightIcon,
  [CueKind.Wait]: HourglassIcon,
  [CueKind.Memo]: StickyNoteIcon,
  [CueKind.Control]: SlidersHorizontalIcon,
};
