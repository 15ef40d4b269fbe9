import { asTexts, type CueEntry, type StepEntry } from "../production/document";

/** What a cue can do, as the form offers it. */
export const actions = {
  look: "Light: fade to a look",
  sound: "Sound",
  fly: "Scenery: in and out",
  blocking: "Blocking: roles move",
  fight: "Fight",
  call: "Call to the company",
  performer: "Performer",
  message: "Message out (OSC, HTTP)",
  group: "Group",
  goTo: "Go-to",
  wait: "Wait",
  memo: "Memo",
  pause: "Pause a cue",
  resume: "Resume a cue",
  stop: "Stop a cue",
  fade: "Fade a cue out",
} as const;
export type Action = keyof typeof actions;

export type StepKind = "enter" | "move" | "exit" | "emote";

export interface StepForm {
  role: string;
  kind: StepKind;
  from: string;
  to: string;
  by: string;
  gait: "walk" | "run";
  speed: string;
  emote: string;
}

/** A cue as fields of a form: numbers are texts until they are kept, and every action has its fields. */
export interface CueForm {
  number: string;
  title: string;
  line: string;
  department: string;
  preWait: string;
  duration: string;
  postWait: string;
  continue: "none" | "auto-continue" | "auto-follow";
  armed: boolean;
  flagged: boolean;
  isColoured: boolean;
  colour: string;
  notes: string;
  action: Action;
  look: string;
  sound: string;
  fly: { piece: string; way: "in" | "out" }[];
  blocking: StepForm[];
  fight: string;
  callText: string;
  callRoles: string[];
  performerRole: string;
  performerStep: "enters" | "to" | "leaves";
  performerMark: string;
  messageTo: string;
  messageAddress: string;
  messageArguments: string;
  groupMode: "simultaneous" | "sequence" | "random";
  target: string;
  wait: string;
  memo: string;
}

export const emptyStep: StepForm = { role: "", kind: "move", from: "", to: "", by: "", gait: "walk", speed: "", emote: "none" };

const empty: CueForm = {
  number: "",
  title: "",
  line: "",
  department: "",
  preWait: "",
  duration: "",
  postWait: "",
  continue: "none",
  armed: true,
  flagged: false,
  isColoured: false,
  colour: "#e6b45c",
  notes: "",
  action: "look",
  look: "",
  sound: "",
  fly: [],
  blocking: [],
  fight: "",
  callText: "",
  callRoles: [],
  performerRole: "",
  performerStep: "enters",
  performerMark: "",
  messageTo: "",
  messageAddress: "/",
  messageArguments: "",
  groupMode: "simultaneous",
  target: "",
  wait: "",
  memo: "",
};

const text = (value: string | number | undefined) => (value === undefined ? "" : String(value));
const isTargeting = (action: Action): action is "goTo" | "pause" | "resume" | "stop" | "fade" => ["goTo", "pause", "resume", "stop", "fade"].includes(action);

export const actionOf = (cue: CueEntry): Action => (Object.keys(actions) as Action[]).find((action) => cue[action] !== undefined) ?? "look";

/** A form with what a cue says; what it does not say is as the format has it by default. */
export function toForm(cue: Partial<CueEntry>): CueForm {
  const action = actionOf(cue as CueEntry);
  return {
    ...empty,
    number: text(cue.number),
    title: cue.title ?? "",
    line: text(cue.line),
    department: cue.department ?? "",
    preWait: text(cue.preWait),
    duration: text(cue.duration),
    postWait: text(cue.postWait),
    continue: cue.continue ?? "none",
    armed: cue.armed ?? true,
    flagged: cue.flagged ?? false,
    isColoured: cue.colour !== undefined,
    colour: cue.colour ?? empty.colour,
    notes: cue.notes ?? "",
    action,
    look: cue.look ?? "",
    sound: cue.sound ?? "",
    fly: Object.entries(cue.fly ?? {}).map(([piece, way]) => ({ piece, way })),
    blocking: (cue.blocking ?? []).map(toStepForm),
    fight: cue.fight ?? "",
    callText: cue.call?.text ?? "",
    callRoles: asTexts(cue.call?.roles),
    performerRole: cue.performer?.role ?? "",
    performerStep: cue.performer?.leaves ? "leaves" : cue.performer?.to === undefined ? "enters" : "to",
    performerMark: cue.performer?.enters ?? cue.performer?.to ?? "",
    messageTo: cue.message?.to ?? "",
    messageAddress: cue.message?.address ?? "/",
    messageArguments: cue.message?.arguments ? JSON.stringify(cue.message.arguments).slice(1, -1) : "",
    groupMode: cue.group?.mode ?? "simultaneous",
    target: isTargeting(action) ? text(cue[action]) : "",
    wait: text(cue.wait),
    memo: cue.memo ?? "",
  };
}

function toStepForm(step: StepEntry): StepForm {
  const kind: StepKind = step.by !== undefined ? "exit" : step.from !== undefined ? "enter" : step.to !== undefined ? "move" : "emote";
  return { role: step.role, kind, from: step.from ?? "", to: step.to ?? "", by: step.by ?? "", gait: step.gait ?? "walk", speed: text(step.speed), emote: step.emote ?? "none" };
}

/** Something that was typed cannot be what it has to be. */
export class FormError extends Error {}

/** The cue that a form says. Members of a group stay as they were; whether the rest is right is for the server to say. */
export function toCue(form: CueForm, former: CueEntry | null): CueEntry {
  return {
    number: form.number.trim(),
    title: form.title.trim(),
    ...(form.line.trim() ? { line: form.line.trim() } : {}),
    ...(form.department ? { department: form.department } : {}),
    ...actionIn(form, former),
    ...seconds("preWait", "Pre-wait", form.preWait),
    ...seconds("duration", "Duration", form.duration),
    ...seconds("postWait", "Post-wait", form.postWait),
    ...(form.continue === "none" ? {} : { continue: form.continue }),
    ...(form.armed ? {} : { armed: false }),
    ...(form.flagged ? { flagged: true } : {}),
    ...(form.isColoured ? { colour: form.colour } : {}),
    ...(form.notes.trim() ? { notes: form.notes.trim() } : {}),
  };
}

function actionIn(form: CueForm, former: CueEntry | null): Partial<CueEntry> {
  const { action } = form;
  if (isTargeting(action)) return { [action]: form.target };
  switch (action) {
    case "look":
      return { look: form.look };
    case "sound":
      return { sound: form.sound };
    case "fly":
      return { fly: Object.fromEntries(form.fly.map(({ piece, way }) => [piece, way])) };
    case "blocking":
      return { blocking: form.blocking.map(toStep) };
    case "fight":
      return { fight: form.fight };
    case "call":
      return { call: { text: form.callText.trim(), ...(form.callRoles.length > 0 ? { roles: form.callRoles } : {}) } };
    case "performer":
      return { performer: { role: form.performerRole, ...(form.performerStep === "leaves" ? { leaves: true as const } : { [form.performerStep]: form.performerMark }) } };
    case "message":
      return { message: { to: form.messageTo.trim(), address: form.messageAddress.trim(), ...argumentsIn(form.messageArguments) } };
    case "group":
      return { group: { mode: form.groupMode, cues: former?.group?.cues ?? [{ number: `${form.number.trim()}.1`, title: "First member", memo: "Put something in its place." }] } };
    case "wait":
      return { wait: numberIn("Wait", form.wait) };
    default:
      return { memo: form.memo.trim() };
  }
}

function toStep({ role, kind, from, to, by, gait, speed, emote }: StepForm): StepEntry {
  return {
    role,
    ...(kind === "enter" ? { from } : {}),
    ...(kind === "enter" || kind === "move" ? { to } : {}),
    ...(kind === "exit" ? { by } : {}),
    ...(gait === "run" && kind !== "emote" ? { gait } : {}),
    ...(speed.trim() && kind !== "emote" ? { speed: numberIn("Speed", speed) } : {}),
    ...(emote === "none" && kind !== "emote" ? {} : kind === "exit" ? {} : { emote }),
  };
}

const seconds = (key: "preWait" | "duration" | "postWait", name: string, value: string): Partial<CueEntry> => (value.trim() === "" ? {} : { [key]: numberIn(name, value) });

function numberIn(name: string, value: string): number {
  const number = Number(value.trim().replace(",", "."));
  if (value.trim() === "" || !Number.isFinite(number)) throw new FormError(`${name}: “${value}” is no number.`);
  return number;
}

function argumentsIn(value: string): { arguments?: (string | number | boolean | { text: string })[] } {
  if (value.trim() === "") return {};
  try {
    return { arguments: JSON.parse(`[${value}]`) as (string | number | boolean)[] };
  } catch {
    throw new FormError("Arguments: numbers, true or false, and texts in quotes, with commas between them.");
  }
}
