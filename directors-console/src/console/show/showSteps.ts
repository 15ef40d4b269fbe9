import { ShowState, type IPerformanceCommand } from "../../contracts/contracts";

interface Step {
  label: string;
  command: IPerformanceCommand;
  /** States from which it is offered; whether it is done is for the server to say. */
  from: readonly ShowState[];
  /** States in which it is what usually comes next. */
  leads: readonly ShowState[];
  /** What it does that cannot be taken back; null where a slip of the hand does no harm. */
  warning: string | null;
}

const { Preset, HouseOpen, Beginners, Running, Held, Interval, CurtainCall } = ShowState;

export const showSteps: readonly Step[] = [
  { label: "Open the house", command: { type: "OpenHouse", value: {} }, from: [Preset], leads: [Preset], warning: null },
  { label: "Call beginners", command: { type: "CallBeginners", value: {} }, from: [Preset, HouseOpen], leads: [HouseOpen], warning: null },
  { label: "Start the show", command: { type: "StartShow", value: {} }, from: [Beginners], leads: [Beginners], warning: null },
  { label: "Interval", command: { type: "TakeInterval", value: {} }, from: [Running], leads: [], warning: null },
  { label: "End the interval", command: { type: "EndInterval", value: {} }, from: [Interval], leads: [Interval], warning: null },
  {
    label: "Curtain call",
    command: { type: "TakeCurtainCall", value: {} },
    from: [Running],
    leads: [],
    warning: "The play is over then: no cue can be called and no line spoken after it.",
  },
  {
    label: "Close the performance",
    command: { type: "CloseShow", value: {} },
    from: [Preset, HouseOpen, Beginners, Held, Interval, CurtainCall],
    leads: [CurtainCall],
    warning: "It ends for good: the house is let out, and nothing can be played in it again.",
  },
];
