import { ShowState, type IPerformanceCommand } from "../../contracts/contracts";

interface Step {
  label: string;
  /** What the button says where the whole name takes too much room. */
  short?: string;
  command: IPerformanceCommand;
  /** States from which it is offered; whether it is done is for the server to say. */
  from: readonly ShowState[];
  /** States in which it is what usually comes next. */
  leads: readonly ShowState[];
  /** What it does that cannot be taken back; null where a slip of the hand does no harm. */
  warning: string | null;
  /** A rehearsal keeps its doors closed, and is never closed for good. */
  inRehearsal: boolean;
}

const { Preset, HouseOpen, Beginners, Running, Held, Interval, CurtainCall } = ShowState;

export const showSteps: readonly Step[] = [
  { label: "Open the house", command: { type: "OpenHouse", value: {} }, from: [Preset], leads: [Preset], warning: null, inRehearsal: false },
  { label: "Call beginners", command: { type: "CallBeginners", value: {} }, from: [Preset, HouseOpen], leads: [HouseOpen], warning: null, inRehearsal: true },
  { label: "Start the show", command: { type: "StartShow", value: {} }, from: [Beginners], leads: [Beginners], warning: null, inRehearsal: true },
  { label: "Interval", command: { type: "TakeInterval", value: {} }, from: [Running], leads: [], warning: null, inRehearsal: true },
  { label: "End the interval", command: { type: "EndInterval", value: {} }, from: [Interval], leads: [Interval], warning: null, inRehearsal: true },
  {
    label: "Curtain call",
    command: { type: "TakeCurtainCall", value: {} },
    from: [Running],
    leads: [],
    warning: "The play is over then: no cue can be called and no line spoken after it.",
    inRehearsal: true,
  },
  {
    label: "Close the performance",
    short: "Close",
    command: { type: "CloseShow", value: {} },
    from: [Preset, HouseOpen, Beginners, Held, Interval, CurtainCall],
    leads: [CurtainCall],
    warning: "It ends for good: the house is let out, and nothing can be played in it again.",
    inRehearsal: false,
  },
];
