import { ShowState, type IPerformanceCommand } from "../contracts/contracts";

interface Step {
  label: string;
  command: IPerformanceCommand;
  /** States from which it is offered; whether it is possible is for the server to say. */
  from: readonly ShowState[];
  /** States in which it is what usually comes next. */
  leads: readonly ShowState[];
}

const { Preset, HouseOpen, Beginners, Running, Held, Interval } = ShowState;

export const showSteps: readonly Step[] = [
  { label: "Open the house", command: { type: "OpenHouse", value: {} }, from: [Preset], leads: [Preset] },
  { label: "Call beginners", command: { type: "CallBeginners", value: {} }, from: [Preset, HouseOpen], leads: [HouseOpen] },
  { label: "Start the show", command: { type: "StartShow", value: {} }, from: [Preset, HouseOpen, Beginners], leads: [Beginners] },
  { label: "Hold", command: { type: "Hold", value: { reason: "Held from the console" } }, from: [Running], leads: [] },
  { label: "Resume", command: { type: "Resume", value: {} }, from: [Held], leads: [Held] },
  { label: "Interval", command: { type: "TakeInterval", value: {} }, from: [Running, Held], leads: [] },
  { label: "End the interval", command: { type: "EndInterval", value: {} }, from: [Interval], leads: [Interval] },
  { label: "Curtain call", command: { type: "TakeCurtainCall", value: {} }, from: [Running, Held], leads: [] },
];
