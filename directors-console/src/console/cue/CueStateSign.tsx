import { CheckIcon, ChevronRightIcon, HourglassIcon, PauseIcon, PlayIcon, TriangleIcon, XIcon, DiamondIcon, BanIcon } from "lucide-react";
import { CueState } from "../../contracts/contracts";
import { cueStateName } from "../../shared/words";

interface Props {
  state: CueState;
  /** The playhead is on it. */
  isNext: boolean;
  isDisarmed: boolean;
}

/** Where a cue is, in a shape and a word. Nothing stands at a cue that only waits. */
export function CueStateSign({ state, isNext, isDisarmed }: Props) {
  const waits = state === CueState.Waiting;
  if (waits && !isNext && !isDisarmed) return null;
  const { Icon, word } = waits ? (isNext ? { Icon: ChevronRightIcon, word: "next" } : { Icon: BanIcon, word: "disarmed" }) : { Icon: icons[state], word: cueStateName[state] };
  return (
    <span className="cue-state" data-state={word}>
      <Icon size={13} aria-hidden="true" strokeWidth={2.5} />
      {word}
    </span>
  );
}

const icons = {
  [CueState.Waiting]: ChevronRightIcon,
  [CueState.Warned]: TriangleIcon,
  [CueState.Standby]: DiamondIcon,
  [CueState.PreWait]: HourglassIcon,
  [CueState.Running]: PlayIcon,
  [CueState.Paused]: PauseIcon,
  [CueState.Done]: CheckIcon,
  [CueState.Failed]: XIcon,
};

