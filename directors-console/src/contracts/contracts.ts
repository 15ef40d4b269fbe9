// Written from server/VirtualStage.Contracts by its generator at every build: change the C#, not this file.
import { asArray, asBoolean, asBytes, asNumber, asString, list, optional } from "./wire";
/** What hands do with a prop. */
export const PropVerb = { Take: 0, PutDown: 1, Pass: 2 } as const;
export type PropVerb = (typeof PropVerb)[keyof typeof PropVerb];

/** Whom a voice is for. */
export const VoiceChannel = { Stage: 0, Lights: 1, Sound: 2, Scenery: 3, Blocking: 4, Calls: 5, Performers: 6, Messages: 7, StageManagement: 8, Cast: 9 } as const;
export type VoiceChannel = (typeof VoiceChannel)[keyof typeof VoiceChannel];

/** Where somebody is in an audition. */
export const AuditionStep = { Waiting: 0, Reading: 1, Read: 2, Offered: 3, Accepted: 4, Declined: 5, Thanked: 6, Left: 7 } as const;
export type AuditionStep = (typeof AuditionStep)[keyof typeof AuditionStep];

/** Whom a message is for. */
export const AddressKind = { Person: 0, Department: 1, Everybody: 2 } as const;
export type AddressKind = (typeof AddressKind)[keyof typeof AddressKind];

/** What a message is. */
export const MessageKind = { Said: 0, Note: 1, Call: 2 } as const;
export type MessageKind = (typeof MessageKind)[keyof typeof MessageKind];

/** Whether a performance is recorded now. */
export const RecordingState = { Off: 0, Ready: 1, On: 2, Paused: 3, Failing: 4 } as const;
export type RecordingState = (typeof RecordingState)[keyof typeof RecordingState];

/** Whether somebody is there for a performance. */
export const Attendance = { Expected: 0, SignedIn: 1, Late: 2, Absent: 3 } as const;
export type Attendance = (typeof Attendance)[keyof typeof Attendance];

/** What a ready check looks at. */
export const ReadyCheck = { Connection: 0, Microphone: 1, Camera: 2 } as const;
export type ReadyCheck = (typeof ReadyCheck)[keyof typeof ReadyCheck];

export const ReadyState = { Unknown: 0, Ready: 1, Poor: 2, Failed: 3, NotUsed: 4 } as const;
export type ReadyState = (typeof ReadyState)[keyof typeof ReadyState];

/** The calls before a show. */
export const CompanyCall = { Half: 0, Quarter: 1, Five: 2, Beginners: 3 } as const;
export type CompanyCall = (typeof CompanyCall)[keyof typeof CompanyCall];

/** What an actor did with a line. */
export const LineNoteKind = { Dropped: 0, Paraphrased: 1, CalledFor: 2 } as const;
export type LineNoteKind = (typeof LineNoteKind)[keyof typeof LineNoteKind];

export const CueLightState = { Off: 0, Warn: 1, Standby: 2, Go: 3 } as const;
export type CueLightState = (typeof CueLightState)[keyof typeof CueLightState];

/** Who may come into the house. */
export const DoorsFor = { Everybody: 0, Invited: 1, Company: 2 } as const;
export type DoorsFor = (typeof DoorsFor)[keyof typeof DoorsFor];

/** When the audience may chat: never while there is none in. */
export const ChatMode = { Automatic: 0, Open: 1, Closed: 2 } as const;
export type ChatMode = (typeof ChatMode)[keyof typeof ChatMode];

/** Where a cue is. */
export const CueState = { Waiting: 0, Standby: 1, PreWait: 2, Running: 3, Paused: 4, Done: 5, Failed: 6, Warned: 7 } as const;
export type CueState = (typeof CueState)[keyof typeof CueState];

/** What an entry of the prompt book is. */
export const BookItemKind = { Heading: 0, Speaker: 1, Line: 2, Direction: 3 } as const;
export type BookItemKind = (typeof BookItemKind)[keyof typeof BookItemKind];

/** What a cue does, by kind. */
export const CueKind = { Light: 0, Sound: 1, Scenery: 2, Blocking: 3, Call: 4, Performer: 5, Message: 6, Group: 7, GoTo: 8, Wait: 9, Memo: 10, Control: 11 } as const;
export type CueKind = (typeof CueKind)[keyof typeof CueKind];

/** When the next cue in the sheet starts by itself. */
export const ContinueMode = { None: 0, AutoContinue: 1, AutoFollow: 2 } as const;
export type ContinueMode = (typeof ContinueMode)[keyof typeof ContinueMode];

/** What a spectator lets the stage hear. */
export const ReactionKind = { Applause: 0, Laugh: 1, Gasp: 2, Bravo: 3 } as const;
export type ReactionKind = (typeof ReactionKind)[keyof typeof ReactionKind];

/** How well the plate fits what the camera sees now. */
export const PlateHealth = { None: 0, Good: 1, Corrected: 2, Searching: 3, Spent: 4 } as const;
export type PlateHealth = (typeof PlateHealth)[keyof typeof PlateHealth];

/** What a recording can be looked up by. */
export const RecordingMarkKind = { Act: 0, Scene: 1, Line: 2, Cue: 3, Show: 4 } as const;
export type RecordingMarkKind = (typeof RecordingMarkKind)[keyof typeof RecordingMarkKind];

/** What a piece of a recording is. */
export const RecordingPieceKind = { Frame: 0, Voice: 1, Picture: 2 } as const;
export type RecordingPieceKind = (typeof RecordingPieceKind)[keyof typeof RecordingPieceKind];

/** How an actor moves. */
export const Gait = { Stand: 0, Walk: 1, Run: 2 } as const;
export type Gait = (typeof Gait)[keyof typeof Gait];

/** What an actor's body does. Snapshots have room for 31. */
export const Emote = { None: 0, Bow: 1, Kneel: 2, Sit: 3, Lie: 4, Fall: 5, Point: 6, Gesture: 7, Wave: 8, Beckon: 9, HandOnHeart: 10, Weep: 11, Laugh: 12, Pray: 13, Threaten: 14, Shrug: 15, Clap: 16, Nod: 17, ShakeHead: 18, Curtsy: 19, Salute: 20, Swear: 21, Cower: 22, Drink: 23, Guard: 24, Lunge: 25, Parry: 26, Hit: 27 } as const;
export type Emote = (typeof Emote)[keyof typeof Emote];

/** How a body is built. */
export const BodyBuild = { Slight: 0, Medium: 1, Broad: 2, Heavy: 3 } as const;
export type BodyBuild = (typeof BodyBuild)[keyof typeof BodyBuild];

/** How hair is worn. */
export const HairStyle = { Bald: 0, Cropped: 1, Short: 2, Curly: 3, Long: 4, Tied: 5, Braided: 6 } as const;
export type HairStyle = (typeof HairStyle)[keyof typeof HairStyle];

/** The colour of hair. */
export const HairColour = { Black: 0, DarkBrown: 1, Brown: 2, Auburn: 3, Red: 4, Blond: 5, Grey: 6, White: 7 } as const;
export type HairColour = (typeof HairColour)[keyof typeof HairColour];

/** What is worn below the neck. */
export const Garment = { Tunic: 0, Gown: 1, Doublet: 2, Robe: 3, Armour: 4, Coat: 5 } as const;
export type Garment = (typeof Garment)[keyof typeof Garment];

/** What is worn on the head. */
export const Headwear = { Bare: 0, Cap: 1, Hood: 2, Crown: 3, Helmet: 4, Veil: 5 } as const;
export type Headwear = (typeof Headwear)[keyof typeof Headwear];

/** The primitive that a set piece is drawn as. */
export const PieceShape = { Box: 0, Cylinder: 1, Cone: 2, Stairs: 3 } as const;
export type PieceShape = (typeof PieceShape)[keyof typeof PieceShape];

/** What a lamp does with its light. */
export const LampKind = { Ambient: 0, Sky: 1, Spot: 2, Wash: 3 } as const;
export type LampKind = (typeof LampKind)[keyof typeof LampKind];

/** Where the show is. */
export const ShowState = { Preset: 0, HouseOpen: 1, Beginners: 2, Running: 3, Held: 4, Interval: 5, CurtainCall: 6, Closed: 7 } as const;
export type ShowState = (typeof ShowState)[keyof typeof ShowState];

/** What a snapshot says of an actor. */
export const UpdateKind = { Change: 0, Full: 1, Left: 2 } as const;
export type UpdateKind = (typeof UpdateKind)[keyof typeof UpdateKind];

/** The newest inputs, oldest first. Lost datagrams are made good by repetition: a sender repeats inputs that no snapshot has confirmed, and the stage skips those that it had. Unreliable. */
export interface ActorInputs {
  /** Sequence number of the first input; the others follow without gaps. */
  firstSequence: number;
  inputs: ActorInput[];
  /** Tick of the newest snapshot received, 0 for none. */
  ackedTick: number;
  /** Which of the 32 ticks before that one a snapshot was received of: the lowest bit is the tick before. */
  ackedBits: number;
}

export function decodeActorInputs(wire: unknown): ActorInputs {
  const members = asArray(wire, 3, "ActorInputs");
  return {
    firstSequence: asNumber(members[0]),
    inputs: list(decodeActorInput)(members[1]),
    ackedTick: asNumber(members[2]),
    ackedBits: members.length > 3 ? asNumber(members[3]) : 0,
  };
}

export function encodeActorInputs(value: ActorInputs): unknown[] {
  return [value.firstSequence, value.inputs.map(encodeActorInput), value.ackedTick, value.ackedBits];
}

/** What an actor wants to do for a number of ticks; never where the actor is. */
export interface ActorInput {
  /** For how many ticks it holds, 1 to 255. */
  ticks: number;
  /** Wish along X, -127 to 127; together with MoveZ a vector of length 127 at most. */
  moveX: number;
  /** Wish along Z. */
  moveZ: number;
  /** In 1/256 of a turn, as in a pose. */
  facing: number;
  gait: Gait;
}

export function decodeActorInput(wire: unknown): ActorInput {
  const members = asArray(wire, 5, "ActorInput");
  return {
    ticks: asNumber(members[0]),
    moveX: asNumber(members[1]),
    moveZ: asNumber(members[2]),
    facing: asNumber(members[3]),
    gait: (asNumber as (wire: unknown) => Gait)(members[4]),
  };
}

export function encodeActorInput(value: ActorInput): unknown[] {
  return [value.ticks, value.moveX, value.moveZ, value.facing, value.gait];
}

/** Asks for an emote. Reliable. */
export interface EmoteRequest {
  emote: Emote;
}

export function decodeEmoteRequest(wire: unknown): EmoteRequest {
  const members = asArray(wire, 1, "EmoteRequest");
  return {
    emote: (asNumber as (wire: unknown) => Emote)(members[0]),
  };
}

export function encodeEmoteRequest(value: EmoteRequest): unknown[] {
  return [value.emote];
}

/** Asks that the actor's head turns to another actor. Reliable. */
export interface LookAtRequest {
  /** The other one's id in snapshots; 0 to look ahead again. */
  actor: number;
}

export function decodeLookAtRequest(wire: unknown): LookAtRequest {
  const members = asArray(wire, 1, "LookAtRequest");
  return {
    actor: asNumber(members[0]),
  };
}

export function encodeLookAtRequest(value: LookAtRequest): unknown[] {
  return [value.actor];
}

/** Takes a prop up, puts one down, or passes it to another actor who is near. Reliable. */
export interface PropRequest {
  verb: PropVerb;
  /** The prop's id; null for the nearest one, or for the one that was taken last. */
  prop: string | null;
  /** To whom it is passed, by the id in snapshots; 0 for the nearest actor. */
  actor: number;
}

export function decodePropRequest(wire: unknown): PropRequest {
  const members = asArray(wire, 3, "PropRequest");
  return {
    verb: (asNumber as (wire: unknown) => PropVerb)(members[0]),
    prop: optional(asString)(members[1]),
    actor: asNumber(members[2]),
  };
}

export function encodePropRequest(value: PropRequest): unknown[] {
  return [value.verb, value.prop, value.actor];
}

/** The actor speaks this line now: it becomes the current line. Reliable. */
export interface SpeakLine {
  line: string;
}

export function decodeSpeakLine(wire: unknown): SpeakLine {
  const members = asArray(wire, 1, "SpeakLine");
  return {
    line: asString(members[0]),
  };
}

export function encodeSpeakLine(value: SpeakLine): unknown[] {
  return [value.line];
}

/** Asks for the performance time. Unreliable. */
export interface ClockPing {
  /** The sender's own clock, given back unread. */
  sentMs: number;
}

export function decodeClockPing(wire: unknown): ClockPing {
  const members = asArray(wire, 1, "ClockPing");
  return {
    sentMs: asNumber(members[0]),
  };
}

export function encodeClockPing(value: ClockPing): unknown[] {
  return [value.sentMs];
}

/** The first message after the door. Reliable. */
export interface StageWelcome {
  /** Own id in snapshots. */
  actor: number;
  /** Ids of the roles that this actor plays. */
  roles: string[];
  /** Performance time now. */
  timeMs: number;
  scene: StageScene;
}

export function decodeStageWelcome(wire: unknown): StageWelcome {
  const members = asArray(wire, 4, "StageWelcome");
  return {
    actor: asNumber(members[0]),
    roles: list(asString)(members[1]),
    timeMs: asNumber(members[2]),
    scene: decodeStageScene(members[3]),
  };
}

export function encodeStageWelcome(value: StageWelcome): unknown[] {
  return [value.actor, value.roles, value.timeMs, encodeStageScene(value.scene)];
}

/** What the receiver should hear of the world at a tick: poses in full, or as changes of poses in snapshots that the receiver acknowledged. Whom it does not tell of is as told before, or too far away to be told of each time. Unreliable. */
export interface StageSnapshot {
  tick: number;
  timeMs: number;
  /** Tick of the poses that changes of age 0 are of; 0 when there are none. */
  baseTick: number;
  /** Newest input sequence of the receiver that the stage has applied in full. */
  lastInput: number;
  /** Bits of a SnapshotWriter. */
  data: Uint8Array;
}

export function decodeStageSnapshot(wire: unknown): StageSnapshot {
  const members = asArray(wire, 5, "StageSnapshot");
  return {
    tick: asNumber(members[0]),
    timeMs: asNumber(members[1]),
    baseTick: asNumber(members[2]),
    lastInput: asNumber(members[3]),
    data: asBytes(members[4]),
  };
}

export function encodeStageSnapshot(value: StageSnapshot): unknown[] {
  return [value.tick, value.timeMs, value.baseTick, value.lastInput, value.data];
}

/** The slow part of the world changed. Reliable. */
export interface SceneChanged {
  scene: StageScene;
}

export function decodeSceneChanged(wire: unknown): SceneChanged {
  const members = asArray(wire, 1, "SceneChanged");
  return {
    scene: decodeStageScene(members[0]),
  };
}

export function encodeSceneChanged(value: SceneChanged): unknown[] {
  return [encodeStageScene(value.scene)];
}

/** Answers a ping. Unreliable. */
export interface ClockPong {
  sentMs: number;
  timeMs: number;
}

export function decodeClockPong(wire: unknown): ClockPong {
  const members = asArray(wire, 2, "ClockPong");
  return {
    sentMs: asNumber(members[0]),
    timeMs: asNumber(members[1]),
  };
}

export function encodeClockPong(value: ClockPong): unknown[] {
  return [value.sentMs, value.timeMs];
}

/** The blocking cue asks an actor to go to a place. Reliable. */
export interface BlockingCall {
  /** The role that it is for. */
  role: string;
  /** Where to; null, as Z and FacingDegrees, to stay. */
  x: number | null;
  z: number | null;
  /** Facing on arrival. */
  facingDegrees: number | null;
  gait: Gait;
  /** What to do on arrival; None stands. */
  emote: Emote;
  /** Performance time at which to set off. */
  startMs: number;
  /** Metres a second, where it is slower than the gait's own. */
  speed: number | null;
  /** How high the place lies; 0 on the floor. */
  y: number;
}

export function decodeBlockingCall(wire: unknown): BlockingCall {
  const members = asArray(wire, 8, "BlockingCall");
  return {
    role: asString(members[0]),
    x: optional(asNumber)(members[1]),
    z: optional(asNumber)(members[2]),
    facingDegrees: optional(asNumber)(members[3]),
    gait: (asNumber as (wire: unknown) => Gait)(members[4]),
    emote: (asNumber as (wire: unknown) => Emote)(members[5]),
    startMs: asNumber(members[6]),
    speed: optional(asNumber)(members[7]),
    y: members.length > 8 ? asNumber(members[8]) : 0,
  };
}

export function encodeBlockingCall(value: BlockingCall): unknown[] {
  return [value.role, value.x, value.z, value.facingDegrees, value.gait, value.emote, value.startMs, value.speed, value.y];
}

/** A call to an actor in words ("stand by", "Hamlet to the stage"). Reliable. */
export interface ActorCall {
  text: string;
}

export function decodeActorCall(wire: unknown): ActorCall {
  const members = asArray(wire, 1, "ActorCall");
  return {
    text: asString(members[0]),
  };
}

export function encodeActorCall(value: ActorCall): unknown[] {
  return [value.text];
}

/** The prompter helps an actor with the role's next line. Reliable. */
export interface Prompt {
  role: string;
  /** The line's id. */
  line: string;
  /** Its first words, more of them, or all. */
  text: string;
  /** 1 for the first words, 2 for more, 3 for the whole line. */
  level: number;
}

export function decodePrompt(wire: unknown): Prompt {
  const members = asArray(wire, 4, "Prompt");
  return {
    role: asString(members[0]),
    line: asString(members[1]),
    text: asString(members[2]),
    level: asNumber(members[3]),
  };
}

export function encodePrompt(value: Prompt): unknown[] {
  return [value.role, value.line, value.text, value.level];
}

/** The stage lets an actor go. Reliable; the connection ends after it. */
export interface Dismissal {
  reason: string;
}

export function decodeDismissal(wire: unknown): Dismissal {
  const members = asArray(wire, 1, "Dismissal");
  return {
    reason: asString(members[0]),
  };
}

export function encodeDismissal(value: Dismissal): unknown[] {
  return [value.reason];
}

/** The actor's client breaks the rules: it is told once, before the stage lets it go. Reliable. */
export interface StageWarning {
  /** What it does wrong. */
  text: string;
}

export function decodeStageWarning(wire: unknown): StageWarning {
  const members = asArray(wire, 1, "StageWarning");
  return {
    text: asString(members[0]),
  };
}

export function encodeStageWarning(value: StageWarning): unknown[] {
  return [value.text];
}

/** Asks over HTTP(S), with a ticket, to act on a performance's stage. */
export interface SessionRequest {
  /** The role to play. */
  role: string;
}

export function decodeSessionRequest(wire: unknown): SessionRequest {
  const members = asArray(wire, 1, "SessionRequest");
  return {
    role: asString(members[0]),
  };
}

export function encodeSessionRequest(value: SessionRequest): unknown[] {
  return [value.role];
}

/** The answer of the session exchange over HTTP(S). */
export interface StageSession {
  /** 16 bytes, sent in clear in datagrams. */
  sessionId: Uint8Array;
  /** 32 bytes, never sent again: the keys of the connection follow from it. */
  key: Uint8Array;
  /** Where to connect. */
  udpHost: string;
  udpPort: number;
  /** The performance's id. */
  performance: string;
}

export function decodeStageSession(wire: unknown): StageSession {
  const members = asArray(wire, 5, "StageSession");
  return {
    sessionId: asBytes(members[0]),
    key: asBytes(members[1]),
    udpHost: asString(members[2]),
    udpPort: asNumber(members[3]),
    performance: asString(members[4]),
  };
}

export function encodeStageSession(value: StageSession): unknown[] {
  return [value.sessionId, value.key, value.udpHost, value.udpPort, value.performance];
}

/** 20 milliseconds of a voice: one Opus frame, mono. Unreliable. The theatre passes it on as it is and never decodes it. */
export interface VoiceFrame {
  /** Counts the pieces of 20 ms of time since the microphone was opened, sent or not, so that a pause shows. */
  sequence: number;
  /** Performance time at which its first sample was recorded. Backstage talk is stamped by the theatre. */
  timeMs: number;
  channel: VoiceChannel;
  /** The Opus packet. */
  data: Uint8Array;
}

export function decodeVoiceFrame(wire: unknown): VoiceFrame {
  const members = asArray(wire, 4, "VoiceFrame");
  return {
    sequence: asNumber(members[0]),
    timeMs: asNumber(members[1]),
    channel: (asNumber as (wire: unknown) => VoiceChannel)(members[2]),
    data: asBytes(members[3]),
  };
}

export function encodeVoiceFrame(value: VoiceFrame): unknown[] {
  return [value.sequence, value.timeMs, value.channel, value.data];
}

/** Somebody's voice. Unreliable. */
export interface VoiceHeard {
  /** The speaker's id in snapshots; ids from <see cref="FirstBackstage"/> on are people who are not on the stage. */
  actor: number;
  /** As in the speaker's frame: 20 ms each. */
  sequence: number;
  /** Performance time at which its first sample was recorded. */
  timeMs: number;
  channel: VoiceChannel;
  data: Uint8Array;
}

export function decodeVoiceHeard(wire: unknown): VoiceHeard {
  const members = asArray(wire, 5, "VoiceHeard");
  return {
    actor: asNumber(members[0]),
    sequence: asNumber(members[1]),
    timeMs: asNumber(members[2]),
    channel: (asNumber as (wire: unknown) => VoiceChannel)(members[3]),
    data: asBytes(members[4]),
  };
}

export function encodeVoiceHeard(value: VoiceHeard): unknown[] {
  return [value.actor, value.sequence, value.timeMs, value.channel, value.data];
}

/** What the speaker says now is not passed on. Once a second at most while that is so. Unreliable. */
export interface VoiceRefused {
  /** Why, in words. */
  reason: string;
}

export function decodeVoiceRefused(wire: unknown): VoiceRefused {
  const members = asArray(wire, 1, "VoiceRefused");
  return {
    reason: asString(members[0]),
  };
}

export function encodeVoiceRefused(value: VoiceRefused): unknown[] {
  return [value.reason];
}

/** An audition. Its people are those that the reader may see: all for scope cast, else themselves. */
export interface AuditionView {
  id: string;
  title: string;
  note: string;
  open: boolean;
  /** The public link; empty for who has no scope cast. */
  link: string;
  /** Roles that are to be cast; empty for any. */
  roles: string[];
  /** Empty for a queue. */
  slots: AuditionSlot[];
  slotMinutes: number;
  places: number;
  people: Auditionee[];
}

export function decodeAuditionView(wire: unknown): AuditionView {
  const members = asArray(wire, 10, "AuditionView");
  return {
    id: asString(members[0]),
    title: asString(members[1]),
    note: asString(members[2]),
    open: asBoolean(members[3]),
    link: asString(members[4]),
    roles: list(asString)(members[5]),
    slots: list(decodeAuditionSlot)(members[6]),
    slotMinutes: asNumber(members[7]),
    places: asNumber(members[8]),
    people: list(decodeAuditionee)(members[9]),
  };
}

export function encodeAuditionView(value: AuditionView): unknown[] {
  return [value.id, value.title, value.note, value.open, value.link, value.roles, value.slots.map(encodeAuditionSlot), value.slotMinutes, value.places, value.people.map(encodeAuditionee)];
}

/** Somebody who auditions. */
export interface Auditionee {
  person: string;
  name: string;
  pronouns: string;
  /** What they wrote; empty for readers without scope cast. */
  note: string;
  /** The role that they would like; null for none. */
  wish: string | null;
  /** Their slot; null in a queue. */
  slotMs: number | null;
  step: AuditionStep;
  /** How many come before them in the queue. */
  ahead: number;
  /** The role that they read, or are offered; null for none. */
  role: string | null;
  /** What they read; null while no role is named. */
  side: Side | null;
  connected: boolean;
}

export function decodeAuditionee(wire: unknown): Auditionee {
  const members = asArray(wire, 11, "Auditionee");
  return {
    person: asString(members[0]),
    name: asString(members[1]),
    pronouns: asString(members[2]),
    note: asString(members[3]),
    wish: optional(asString)(members[4]),
    slotMs: optional(asNumber)(members[5]),
    step: (asNumber as (wire: unknown) => AuditionStep)(members[6]),
    ahead: asNumber(members[7]),
    role: optional(asString)(members[8]),
    side: optional(decodeSide)(members[9]),
    connected: asBoolean(members[10]),
  };
}

export function encodeAuditionee(value: Auditionee): unknown[] {
  return [value.person, value.name, value.pronouns, value.note, value.wish, value.slotMs, value.step, value.ahead, value.role, value.side === null ? null : encodeSide(value.side), value.connected];
}

/** A few lines to read. */
export interface Side {
  role: string;
  roleName: string;
  /** True when nobody chose it: a passage with one of the role's longest speeches. */
  isProposed: boolean;
  lines: SideLine[];
}

export function decodeSide(wire: unknown): Side {
  const members = asArray(wire, 4, "Side");
  return {
    role: asString(members[0]),
    roleName: asString(members[1]),
    isProposed: asBoolean(members[2]),
    lines: list(decodeSideLine)(members[3]),
  };
}

export function encodeSide(value: Side): unknown[] {
  return [value.role, value.roleName, value.isProposed, value.lines.map(encodeSideLine)];
}

/** A line of a side. */
export interface SideLine {
  line: string;
  speaker: string;
  text: string;
  /** True when the reader speaks it. */
  yours: boolean;
}

export function decodeSideLine(wire: unknown): SideLine {
  const members = asArray(wire, 4, "SideLine");
  return {
    line: asString(members[0]),
    speaker: asString(members[1]),
    text: asString(members[2]),
    yours: asBoolean(members[3]),
  };
}

export function encodeSideLine(value: SideLine): unknown[] {
  return [value.line, value.speaker, value.text, value.yours];
}

/** What a stranger with the link is told of an audition. Served as JSON. */
export interface AuditionNotice {
  id: string;
  /** The performance whose company auditions: to be followed with the ticket. */
  performance: string;
  production: string;
  title: string;
  note: string;
  open: boolean;
  /** How many may sign up still. */
  placesLeft: number;
  slotMinutes: number;
  slots: AuditionSlot[];
  roles: AuditionRole[];
}

export function decodeAuditionNotice(wire: unknown): AuditionNotice {
  const members = asArray(wire, 10, "AuditionNotice");
  return {
    id: asString(members[0]),
    performance: asString(members[1]),
    production: asString(members[2]),
    title: asString(members[3]),
    note: asString(members[4]),
    open: asBoolean(members[5]),
    placesLeft: asNumber(members[6]),
    slotMinutes: asNumber(members[7]),
    slots: list(decodeAuditionSlot)(members[8]),
    roles: list(decodeAuditionRole)(members[9]),
  };
}

export function encodeAuditionNotice(value: AuditionNotice): unknown[] {
  return [value.id, value.performance, value.production, value.title, value.note, value.open, value.placesLeft, value.slotMinutes, value.slots.map(encodeAuditionSlot), value.roles.map(encodeAuditionRole)];
}

/** A slot of an audition. */
export interface AuditionSlot {
  /** Unix milliseconds. */
  startsMs: number;
  free: boolean;
}

export function decodeAuditionSlot(wire: unknown): AuditionSlot {
  const members = asArray(wire, 2, "AuditionSlot");
  return {
    startsMs: asNumber(members[0]),
    free: asBoolean(members[1]),
  };
}

export function encodeAuditionSlot(value: AuditionSlot): unknown[] {
  return [value.startsMs, value.free];
}

/** A role that is to be cast. */
export interface AuditionRole {
  role: string;
  name: string;
  speeches: number;
  words: number;
}

export function decodeAuditionRole(wire: unknown): AuditionRole {
  const members = asArray(wire, 4, "AuditionRole");
  return {
    role: asString(members[0]),
    name: asString(members[1]),
    speeches: asNumber(members[2]),
    words: asNumber(members[3]),
  };
}

export function encodeAuditionRole(value: AuditionRole): unknown[] {
  return [value.role, value.name, value.speeches, value.words];
}

/** Signs up for an audition, over HTTP(S) with the link's token. The answer is a ticket with scope audition. */
export interface AuditionSignUp {
  name: string;
  /** May be empty. */
  pronouns: string;
  /** Up to 500 characters; may be empty. */
  note: string;
  /** A role of the audition; null for any. */
  wish: string | null;
  /** A free slot; null in a queue. */
  slotMs: number | null;
}

export function decodeAuditionSignUp(wire: unknown): AuditionSignUp {
  const members = asArray(wire, 5, "AuditionSignUp");
  return {
    name: asString(members[0]),
    pronouns: asString(members[1]),
    note: asString(members[2]),
    wish: optional(asString)(members[3]),
    slotMs: optional(asNumber)(members[4]),
  };
}

export function encodeAuditionSignUp(value: AuditionSignUp): unknown[] {
  return [value.name, value.pronouns, value.note, value.wish, value.slotMs];
}

/** Casts a person, now and in performances to come. Scope cast. */
export interface GiveRole {
  role: string;
  person: string;
}

export function decodeGiveRole(wire: unknown): GiveRole {
  const members = asArray(wire, 2, "GiveRole");
  return {
    role: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeGiveRole(value: GiveRole): unknown[] {
  return [value.role, value.person];
}

/** Takes a role back: its first cover, or a bot, plays it. Scope cast. */
export interface TakeRoleBack {
  role: string;
}

export function decodeTakeRoleBack(wire: unknown): TakeRoleBack {
  const members = asArray(wire, 1, "TakeRoleBack");
  return {
    role: asString(members[0]),
  };
}

export function encodeTakeRoleBack(value: TakeRoleBack): unknown[] {
  return [value.role];
}

/** Names a role's understudies in order, instead of those named before; who covers several is a swing. Scope cast. */
export interface SetCovers {
  role: string;
  persons: string[];
}

export function decodeSetCovers(wire: unknown): SetCovers {
  const members = asArray(wire, 2, "SetCovers");
  return {
    role: asString(members[0]),
    persons: list(asString)(members[1]),
  };
}

export function encodeSetCovers(value: SetCovers): unknown[] {
  return [value.role, value.persons];
}

/** Hot swap: the person takes the role at once, in this performance alone, and gets a handover card. Scope cast or call. */
export interface CoverRole {
  performance: string;
  role: string;
  /** Null for the role's first cover who is signed in. */
  person: string | null;
}

export function decodeCoverRole(wire: unknown): CoverRole {
  const members = asArray(wire, 3, "CoverRole");
  return {
    performance: asString(members[0]),
    role: asString(members[1]),
    person: optional(asString)(members[2]),
  };
}

export function encodeCoverRole(value: CoverRole): unknown[] {
  return [value.performance, value.role, value.person];
}

/** Ends a hot swap: who has the role in the company's cast plays on. Scope cast or call. */
export interface UncoverRole {
  performance: string;
  role: string;
}

export function decodeUncoverRole(wire: unknown): UncoverRole {
  const members = asArray(wire, 2, "UncoverRole");
  return {
    performance: asString(members[0]),
    role: asString(members[1]),
  };
}

export function encodeUncoverRole(value: UncoverRole): unknown[] {
  return [value.performance, value.role];
}

/** Says which departments a person belongs to, instead of those said before. Scope cast. */
export interface SetDepartments {
  person: string;
  /** Names as in the prompt book's cues. */
  departments: string[];
}

export function decodeSetDepartments(wire: unknown): SetDepartments {
  const members = asArray(wire, 2, "SetDepartments");
  return {
    person: asString(members[0]),
    departments: list(asString)(members[1]),
  };
}

export function encodeSetDepartments(value: SetDepartments): unknown[] {
  return [value.person, value.departments];
}

/** Takes a person out of the company: roles, covers and departments with them. Their ticket is void. Scope cast. */
export interface RemoveMember {
  person: string;
}

export function decodeRemoveMember(wire: unknown): RemoveMember {
  const members = asArray(wire, 1, "RemoveMember");
  return {
    person: asString(members[0]),
  };
}

export function encodeRemoveMember(value: RemoveMember): unknown[] {
  return [value.person];
}

/** Opens an audition: its public link stands in the view. Scope cast. */
export interface OpenAudition {
  /** As strangers read it. */
  title: string;
  /** What they should know; may be empty. */
  note: string;
  /** Roles that are to be cast; empty for any. */
  roles: string[];
  /** When the first slot begins, the others one after the other; null for a queue. */
  firstSlotMs: number | null;
  /** How long a slot, or a reading in the queue, takes. */
  slotMinutes: number;
  /** How many may sign up: the number of slots. */
  places: number;
}

export function decodeOpenAudition(wire: unknown): OpenAudition {
  const members = asArray(wire, 6, "OpenAudition");
  return {
    title: asString(members[0]),
    note: asString(members[1]),
    roles: list(asString)(members[2]),
    firstSlotMs: optional(asNumber)(members[3]),
    slotMinutes: asNumber(members[4]),
    places: asNumber(members[5]),
  };
}

export function encodeOpenAudition(value: OpenAudition): unknown[] {
  return [value.title, value.note, value.roles, value.firstSlotMs, value.slotMinutes, value.places];
}

/** Closes an audition: nobody new may sign up; offers stand. Scope cast. */
export interface CloseAudition {
  audition: string;
}

export function decodeCloseAudition(wire: unknown): CloseAudition {
  const members = asArray(wire, 1, "CloseAudition");
  return {
    audition: asString(members[0]),
  };
}

export function encodeCloseAudition(value: CloseAudition): unknown[] {
  return [value.audition];
}

/** Chooses what is read for a role, instead of what is proposed. Scope cast. */
export interface ChooseSide {
  audition: string;
  role: string;
  fromLine: string;
  toLine: string;
}

export function decodeChooseSide(wire: unknown): ChooseSide {
  const members = asArray(wire, 4, "ChooseSide");
  return {
    audition: asString(members[0]),
    role: asString(members[1]),
    fromLine: asString(members[2]),
    toLine: asString(members[3]),
  };
}

export function encodeChooseSide(value: ChooseSide): unknown[] {
  return [value.audition, value.role, value.fromLine, value.toLine];
}

/** Calls a person to read for a role: until the reading ends they may step on the stage in it. Scope cast. */
export interface CallToRead {
  audition: string;
  person: string;
  role: string;
}

export function decodeCallToRead(wire: unknown): CallToRead {
  const members = asArray(wire, 3, "CallToRead");
  return {
    audition: asString(members[0]),
    person: asString(members[1]),
    role: asString(members[2]),
  };
}

export function encodeCallToRead(value: CallToRead): unknown[] {
  return [value.audition, value.person, value.role];
}

/** Ends a reading. Scope cast. */
export interface EndReading {
  audition: string;
  person: string;
}

export function decodeEndReading(wire: unknown): EndReading {
  const members = asArray(wire, 2, "EndReading");
  return {
    audition: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeEndReading(value: EndReading): unknown[] {
  return [value.audition, value.person];
}

/** Offers a role to a person. Scope cast. */
export interface OfferRole {
  audition: string;
  person: string;
  role: string;
}

export function decodeOfferRole(wire: unknown): OfferRole {
  const members = asArray(wire, 3, "OfferRole");
  return {
    audition: asString(members[0]),
    person: asString(members[1]),
    role: asString(members[2]),
  };
}

export function encodeOfferRole(value: OfferRole): unknown[] {
  return [value.audition, value.person, value.role];
}

/** Takes an offer back before it is answered. Scope cast. */
export interface WithdrawOffer {
  audition: string;
  person: string;
}

export function decodeWithdrawOffer(wire: unknown): WithdrawOffer {
  const members = asArray(wire, 2, "WithdrawOffer");
  return {
    audition: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeWithdrawOffer(value: WithdrawOffer): unknown[] {
  return [value.audition, value.person];
}

/** Lets a person go with thanks: no role for them. Scope cast. */
export interface ThankAuditionee {
  audition: string;
  person: string;
}

export function decodeThankAuditionee(wire: unknown): ThankAuditionee {
  const members = asArray(wire, 2, "ThankAuditionee");
  return {
    audition: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeThankAuditionee(value: ThankAuditionee): unknown[] {
  return [value.audition, value.person];
}

/** The sender accepts or declines the role that they are offered; who accepts is cast. Self. */
export interface AnswerOffer {
  audition: string;
  accept: boolean;
}

export function decodeAnswerOffer(wire: unknown): AnswerOffer {
  const members = asArray(wire, 2, "AnswerOffer");
  return {
    audition: asString(members[0]),
    accept: asBoolean(members[1]),
  };
}

export function encodeAnswerOffer(value: AnswerOffer): unknown[] {
  return [value.audition, value.accept];
}

/** The sender leaves an audition. Self. */
export interface LeaveAudition {
  audition: string;
}

export function decodeLeaveAudition(wire: unknown): LeaveAudition {
  const members = asArray(wire, 1, "LeaveAudition");
  return {
    audition: asString(members[0]),
  };
}

export function encodeLeaveAudition(value: LeaveAudition): unknown[] {
  return [value.audition];
}

/** Marks whether a person is there. Scope call. */
export interface MarkAttendance {
  performance: string;
  person: string;
  attendance: Attendance;
}

export function decodeMarkAttendance(wire: unknown): MarkAttendance {
  const members = asArray(wire, 3, "MarkAttendance");
  return {
    performance: asString(members[0]),
    person: asString(members[1]),
    attendance: (asNumber as (wire: unknown) => Attendance)(members[2]),
  };
}

export function encodeMarkAttendance(value: MarkAttendance): unknown[] {
  return [value.performance, value.person, value.attendance];
}

/** The sender is there: signed in, or late when the half was called. Self. */
export interface SignIn {
  performance: string;
}

export function decodeSignIn(wire: unknown): SignIn {
  const members = asArray(wire, 1, "SignIn");
  return {
    performance: asString(members[0]),
  };
}

export function encodeSignIn(value: SignIn): unknown[] {
  return [value.performance];
}

/** Gives a call to everybody who is signed in. Scope call. */
export interface GiveCall {
  performance: string;
  call: CompanyCall;
}

export function decodeGiveCall(wire: unknown): GiveCall {
  const members = asArray(wire, 2, "GiveCall");
  return {
    performance: asString(members[0]),
    call: (asNumber as (wire: unknown) => CompanyCall)(members[1]),
  };
}

export function encodeGiveCall(value: GiveCall): unknown[] {
  return [value.performance, value.call];
}

/** Asks everybody whether they are ready; former answers are forgotten. Scope call. */
export interface AskReady {
  performance: string;
}

export function decodeAskReady(wire: unknown): AskReady {
  const members = asArray(wire, 1, "AskReady");
  return {
    performance: asString(members[0]),
  };
}

export function encodeAskReady(value: AskReady): unknown[] {
  return [value.performance];
}

/** The sender's client answers a ready check. Self. */
export interface AnswerReady {
  performance: string;
  check: ReadyCheck;
  state: ReadyState;
  /** What there is to say of it, up to 80 characters; may be empty. */
  word: string;
}

export function decodeAnswerReady(wire: unknown): AnswerReady {
  const members = asArray(wire, 4, "AnswerReady");
  return {
    performance: asString(members[0]),
    check: (asNumber as (wire: unknown) => ReadyCheck)(members[1]),
    state: (asNumber as (wire: unknown) => ReadyState)(members[2]),
    word: asString(members[3]),
  };
}

export function encodeAnswerReady(value: AnswerReady): unknown[] {
  return [value.performance, value.check, value.state, value.word];
}

/** Prompts a role's actor: the first words of the role's next line; pressed again at the same line more of it, then the whole line. Scope call or notes. */
export interface GivePrompt {
  performance: string;
  role: string;
}

export function decodeGivePrompt(wire: unknown): GivePrompt {
  const members = asArray(wire, 2, "GivePrompt");
  return {
    performance: asString(members[0]),
    role: asString(members[1]),
  };
}

export function encodeGivePrompt(value: GivePrompt): unknown[] {
  return [value.performance, value.role];
}

/** Says something to a person, a department or everybody of the company. Never reaches the audience. */
export interface SendMessage {
  performance: string;
  /** To everybody needs scope call. */
  toKind: AddressKind;
  /** A person's id or a department's name; empty for everybody. */
  to: string;
  /** 1 to 1,000 characters. */
  text: string;
  /** A note on the show, to be read later. Needs scope notes. */
  isNote: boolean;
}

export function decodeSendMessage(wire: unknown): SendMessage {
  const members = asArray(wire, 5, "SendMessage");
  return {
    performance: asString(members[0]),
    toKind: (asNumber as (wire: unknown) => AddressKind)(members[1]),
    to: asString(members[2]),
    text: asString(members[3]),
    isNote: asBoolean(members[4]),
  };
}

export function encodeSendMessage(value: SendMessage): unknown[] {
  return [value.performance, value.toKind, value.to, value.text, value.isNote];
}

/** Notes what an actor did with a line. Scope notes. */
export interface NoteLine {
  performance: string;
  line: string;
  role: string;
  kind: LineNoteKind;
}

export function decodeNoteLine(wire: unknown): NoteLine {
  const members = asArray(wire, 4, "NoteLine");
  return {
    performance: asString(members[0]),
    line: asString(members[1]),
    role: asString(members[2]),
    kind: (asNumber as (wire: unknown) => LineNoteKind)(members[3]),
  };
}

export function encodeNoteLine(value: NoteLine): unknown[] {
  return [value.performance, value.line, value.role, value.kind];
}

/** Takes a line note back. Scope notes. */
export interface TakeBackLineNote {
  performance: string;
  note: number;
}

export function decodeTakeBackLineNote(wire: unknown): TakeBackLineNote {
  const members = asArray(wire, 2, "TakeBackLineNote");
  return {
    performance: asString(members[0]),
    note: asNumber(members[1]),
  };
}

export function encodeTakeBackLineNote(value: TakeBackLineNote): unknown[] {
  return [value.performance, value.note];
}

/** Sends each actor the digest of their line notes, as a note. Scope notes. */
export interface SendDigests {
  performance: string;
}

export function decodeSendDigests(wire: unknown): SendDigests {
  const members = asArray(wire, 1, "SendDigests");
  return {
    performance: asString(members[0]),
  };
}

export function encodeSendDigests(value: SendDigests): unknown[] {
  return [value.performance];
}

/** A muted person's messages are refused, and they speak no lines. Scope moderate. */
export interface SetMuted {
  person: string;
  muted: boolean;
  reason: string;
}

export function decodeSetMuted(wire: unknown): SetMuted {
  const members = asArray(wire, 3, "SetMuted");
  return {
    person: asString(members[0]),
    muted: asBoolean(members[1]),
    reason: asString(members[2]),
  };
}

export function encodeSetMuted(value: SetMuted): unknown[] {
  return [value.person, value.muted, value.reason];
}

/** What a frozen person's client sends moves nothing. Scope moderate. */
export interface SetFrozen {
  person: string;
  frozen: boolean;
  reason: string;
}

export function decodeSetFrozen(wire: unknown): SetFrozen {
  const members = asArray(wire, 3, "SetFrozen");
  return {
    person: asString(members[0]),
    frozen: asBoolean(members[1]),
    reason: asString(members[2]),
  };
}

export function encodeSetFrozen(value: SetFrozen): unknown[] {
  return [value.person, value.frozen, value.reason];
}

/** Puts a person at the entrance that is nearest to them. Scope moderate. */
export interface MoveToWings {
  performance: string;
  person: string;
}

export function decodeMoveToWings(wire: unknown): MoveToWings {
  const members = asArray(wire, 2, "MoveToWings");
  return {
    performance: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeMoveToWings(value: MoveToWings): unknown[] {
  return [value.performance, value.person];
}

/** Shows a person off the stage, for this performance. Scope moderate. */
export interface Eject {
  performance: string;
  person: string;
  reason: string;
}

export function decodeEject(wire: unknown): Eject {
  const members = asArray(wire, 3, "Eject");
  return {
    performance: asString(members[0]),
    person: asString(members[1]),
    reason: asString(members[2]),
  };
}

export function encodeEject(value: Eject): unknown[] {
  return [value.performance, value.person, value.reason];
}

/** Lets an ejected person come back. Scope moderate. */
export interface Readmit {
  performance: string;
  person: string;
}

export function decodeReadmit(wire: unknown): Readmit {
  const members = asArray(wire, 2, "Readmit");
  return {
    performance: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeReadmit(value: Readmit): unknown[] {
  return [value.performance, value.person];
}

/** Keeps a person out of the theatre: their tickets are refused at every door. Scope moderate. */
export interface Ban {
  person: string;
  /** Keeps out whoever comes from the address that they were last seen at, as well. */
  withAddress: boolean;
  reason: string;
}

export function decodeBan(wire: unknown): Ban {
  const members = asArray(wire, 3, "Ban");
  return {
    person: asString(members[0]),
    withAddress: asBoolean(members[1]),
    reason: asString(members[2]),
  };
}

export function encodeBan(value: Ban): unknown[] {
  return [value.person, value.withAddress, value.reason];
}

/** Lifts a ban, that of the address as well. Scope moderate. */
export interface LiftBan {
  person: string;
}

export function decodeLiftBan(wire: unknown): LiftBan {
  const members = asArray(wire, 1, "LiftBan");
  return {
    person: asString(members[0]),
  };
}

export function encodeLiftBan(value: LiftBan): unknown[] {
  return [value.person];
}

/** While it is locked nobody but the cast (and bots in its place) may step on the stage. Scope moderate. */
export interface LockStage {
  performance: string;
  locked: boolean;
}

export function decodeLockStage(wire: unknown): LockStage {
  const members = asArray(wire, 2, "LockStage");
  return {
    performance: asString(members[0]),
    locked: asBoolean(members[1]),
  };
}

export function encodeLockStage(value: LockStage): unknown[] {
  return [value.performance, value.locked];
}

/** Says who calls the show in whose absence: the next in line takes the book when its holder is gone. Scope call. */
export interface SetCallingLine {
  persons: string[];
}

export function decodeSetCallingLine(wire: unknown): SetCallingLine {
  const members = asArray(wire, 1, "SetCallingLine");
  return {
    persons: list(asString)(members[0]),
  };
}

export function encodeSetCallingLine(value: SetCallingLine): unknown[] {
  return [value.persons];
}

/** The sender lets themselves be recorded with look, name and voice, or takes that back; who says nothing does not. It holds for what is recorded from now on. Self. */
export interface ConsentToRecording {
  consents: boolean;
}

export function decodeConsentToRecording(wire: unknown): ConsentToRecording {
  const members = asArray(wire, 1, "ConsentToRecording");
  return {
    consents: asBoolean(members[0]),
  };
}

export function encodeConsentToRecording(value: ConsentToRecording): unknown[] {
  return [value.consents];
}

/** Has a performance recorded, or its recording paused. Scope call. */
export interface SwitchRecording {
  performance: string;
  isOn: boolean;
}

export function decodeSwitchRecording(wire: unknown): SwitchRecording {
  const members = asArray(wire, 2, "SwitchRecording");
  return {
    performance: asString(members[0]),
    isOn: asBoolean(members[1]),
  };
}

export function encodeSwitchRecording(value: SwitchRecording): unknown[] {
  return [value.performance, value.isOn];
}

/** A command with the id that makes its retry harmless. */
export interface CompanyEnvelope {
  id: string;
  command: ICompanyCommand;
}

export function decodeCompanyEnvelope(wire: unknown): CompanyEnvelope {
  const members = asArray(wire, 2, "CompanyEnvelope");
  return {
    id: asString(members[0]),
    command: decodeICompanyCommand(members[1]),
  };
}

export function encodeCompanyEnvelope(value: CompanyEnvelope): unknown[] {
  return [value.id, encodeICompanyCommand(value.command)];
}

/** Something that was said within the company. */
export interface CompanyMessage {
  /** Grows with every message of the performance. */
  number: number;
  /** Unix milliseconds. */
  atMs: number;
  /** Who said it; null for the theatre itself. */
  from: string | null;
  /** As shown. */
  fromName: string;
  toKind: AddressKind;
  /** A person's id or a department's name; empty for everybody. */
  to: string;
  kind: MessageKind;
  text: string;
}

export function decodeCompanyMessage(wire: unknown): CompanyMessage {
  const members = asArray(wire, 8, "CompanyMessage");
  return {
    number: asNumber(members[0]),
    atMs: asNumber(members[1]),
    from: optional(asString)(members[2]),
    fromName: asString(members[3]),
    toKind: (asNumber as (wire: unknown) => AddressKind)(members[4]),
    to: asString(members[5]),
    kind: (asNumber as (wire: unknown) => MessageKind)(members[6]),
    text: asString(members[7]),
  };
}

export function encodeCompanyMessage(value: CompanyMessage): unknown[] {
  return [value.number, value.atMs, value.from, value.fromName, value.toKind, value.to, value.kind, value.text];
}

/** A company and its run of a performance, whole at every change, as far as its reader may see it: an operator sees all, an actor the cast by name and what is their own, an auditionee their own audition. Times are Unix milliseconds. */
export interface CompanyView {
  /** The production's id. */
  production: string;
  /** The performance that is followed. */
  performance: string;
  /** Number of events in the company's journal. */
  revision: number;
  /** The reader's id. */
  me: string;
  /** What keeps the journal from being written; null when all is well. */
  trouble: string | null;
  members: MemberView[];
  roles: CompanyRole[];
  /** Calls that were given, the newest last. */
  calls: GivenCall[];
  /** When everybody was asked whether they are ready; null when nobody was. */
  readyAskedMs: number | null;
  auditions: AuditionView[];
  lineNotes: LineNote[];
  bans: BanView[];
  stageLocked: boolean;
  /** Who calls the show in whose absence, in order. */
  callingLine: string[];
  /** Names that a message can be sent to and a person can belong to. */
  departments: string[];
  /** The cue lights, one a department. */
  lights: CueLight[];
  /** The reader's handover card, while they cover a role at short notice; null for none. */
  handover: HandoverCard | null;
  /** Whether the performance is recorded now. */
  recording: RecordingSign;
}

export function decodeCompanyView(wire: unknown): CompanyView {
  const members = asArray(wire, 18, "CompanyView");
  return {
    production: asString(members[0]),
    performance: asString(members[1]),
    revision: asNumber(members[2]),
    me: asString(members[3]),
    trouble: optional(asString)(members[4]),
    members: list(decodeMemberView)(members[5]),
    roles: list(decodeCompanyRole)(members[6]),
    calls: list(decodeGivenCall)(members[7]),
    readyAskedMs: optional(asNumber)(members[8]),
    auditions: list(decodeAuditionView)(members[9]),
    lineNotes: list(decodeLineNote)(members[10]),
    bans: list(decodeBanView)(members[11]),
    stageLocked: asBoolean(members[12]),
    callingLine: list(asString)(members[13]),
    departments: list(asString)(members[14]),
    lights: list(decodeCueLight)(members[15]),
    handover: optional(decodeHandoverCard)(members[16]),
    recording: decodeRecordingSign(members[17]),
  };
}

export function encodeCompanyView(value: CompanyView): unknown[] {
  return [value.production, value.performance, value.revision, value.me, value.trouble, value.members.map(encodeMemberView), value.roles.map(encodeCompanyRole), value.calls.map(encodeGivenCall), value.readyAskedMs, value.auditions.map(encodeAuditionView), value.lineNotes.map(encodeLineNote), value.bans.map(encodeBanView), value.stageLocked, value.callingLine, value.departments, value.lights.map(encodeCueLight), value.handover === null ? null : encodeHandoverCard(value.handover), encodeRecordingSign(value.recording)];
}

/** The on-air sign. */
export interface RecordingSign {
  state: RecordingState;
  /** Why it fails, or what is missing in the recording; empty when all is well. For operators alone. */
  words: string;
  /** How the broadcast goes, for operators, and empty for all others; null while there is none. */
  broadcast: string | null;
}

export function decodeRecordingSign(wire: unknown): RecordingSign {
  const members = asArray(wire, 2, "RecordingSign");
  return {
    state: (asNumber as (wire: unknown) => RecordingState)(members[0]),
    words: asString(members[1]),
    broadcast: optional(asString)(members[2]),
  };
}

export function encodeRecordingSign(value: RecordingSign): unknown[] {
  return [value.state, value.words, value.broadcast];
}

/** Somebody of the company. */
export interface MemberView {
  person: string;
  /** As they want to be called; "somebody" where they gave none or were forgotten. */
  name: string;
  pronouns: string;
  roles: string[];
  covers: string[];
  departments: string[];
  /** What their ticket allows, as far as it is known; empty for readers who are no operators. */
  scopes: string[];
  /** True while a page of theirs is open: console, stage door or audition. */
  connected: boolean;
  attendance: Attendance;
  /** When they signed in; null before. */
  signedInMs: number | null;
  ready: ReadyAnswer[];
  muted: boolean;
  frozen: boolean;
  ejected: boolean;
  banned: boolean;
  /** True for who lets themselves be recorded. */
  recorded: boolean;
}

export function decodeMemberView(wire: unknown): MemberView {
  const members = asArray(wire, 16, "MemberView");
  return {
    person: asString(members[0]),
    name: asString(members[1]),
    pronouns: asString(members[2]),
    roles: list(asString)(members[3]),
    covers: list(asString)(members[4]),
    departments: list(asString)(members[5]),
    scopes: list(asString)(members[6]),
    connected: asBoolean(members[7]),
    attendance: (asNumber as (wire: unknown) => Attendance)(members[8]),
    signedInMs: optional(asNumber)(members[9]),
    ready: list(decodeReadyAnswer)(members[10]),
    muted: asBoolean(members[11]),
    frozen: asBoolean(members[12]),
    ejected: asBoolean(members[13]),
    banned: asBoolean(members[14]),
    recorded: asBoolean(members[15]),
  };
}

export function encodeMemberView(value: MemberView): unknown[] {
  return [value.person, value.name, value.pronouns, value.roles, value.covers, value.departments, value.scopes, value.connected, value.attendance, value.signedInMs, value.ready.map(encodeReadyAnswer), value.muted, value.frozen, value.ejected, value.banned, value.recorded];
}

/** An answer to a ready check. */
export interface ReadyAnswer {
  check: ReadyCheck;
  state: ReadyState;
  word: string;
  atMs: number;
}

export function decodeReadyAnswer(wire: unknown): ReadyAnswer {
  const members = asArray(wire, 4, "ReadyAnswer");
  return {
    check: (asNumber as (wire: unknown) => ReadyCheck)(members[0]),
    state: (asNumber as (wire: unknown) => ReadyState)(members[1]),
    word: asString(members[2]),
    atMs: asNumber(members[3]),
  };
}

export function encodeReadyAnswer(value: ReadyAnswer): unknown[] {
  return [value.check, value.state, value.word, value.atMs];
}

/** A role, who has it and who plays it in this performance. */
export interface CompanyRole {
  role: string;
  name: string;
  /** Who has it in the company's cast; null for a bot. */
  person: string | null;
  /** Who plays it in this performance; null for a bot. */
  tonight: string | null;
  /** Its understudies, in order. */
  covers: string[];
  /** How often it speaks. */
  speeches: number;
  lines: number;
  /** How many words it has. */
  words: number;
  /** The line at which it first is on; null where it never is. */
  firstLine: string | null;
}

export function decodeCompanyRole(wire: unknown): CompanyRole {
  const members = asArray(wire, 9, "CompanyRole");
  return {
    role: asString(members[0]),
    name: asString(members[1]),
    person: optional(asString)(members[2]),
    tonight: optional(asString)(members[3]),
    covers: list(asString)(members[4]),
    speeches: asNumber(members[5]),
    lines: asNumber(members[6]),
    words: asNumber(members[7]),
    firstLine: optional(asString)(members[8]),
  };
}

export function encodeCompanyRole(value: CompanyRole): unknown[] {
  return [value.role, value.name, value.person, value.tonight, value.covers, value.speeches, value.lines, value.words, value.firstLine];
}

/** A call that was given. */
export interface GivenCall {
  call: CompanyCall;
  atMs: number;
  /** Who gave it. */
  by: string;
  /** Who was signed in and heard it. */
  called: string[];
}

export function decodeGivenCall(wire: unknown): GivenCall {
  const members = asArray(wire, 4, "GivenCall");
  return {
    call: (asNumber as (wire: unknown) => CompanyCall)(members[0]),
    atMs: asNumber(members[1]),
    by: asString(members[2]),
    called: list(asString)(members[3]),
  };
}

export function encodeGivenCall(value: GivenCall): unknown[] {
  return [value.call, value.atMs, value.by, value.called];
}

/** A note on a line. */
export interface LineNote {
  /** Counts from 1 in the performance. */
  id: number;
  line: string;
  role: string;
  /** Who played the role then; null for a bot. */
  person: string | null;
  kind: LineNoteKind;
  atMs: number;
}

export function decodeLineNote(wire: unknown): LineNote {
  const members = asArray(wire, 6, "LineNote");
  return {
    id: asNumber(members[0]),
    line: asString(members[1]),
    role: asString(members[2]),
    person: optional(asString)(members[3]),
    kind: (asNumber as (wire: unknown) => LineNoteKind)(members[4]),
    atMs: asNumber(members[5]),
  };
}

export function encodeLineNote(value: LineNote): unknown[] {
  return [value.id, value.line, value.role, value.person, value.kind, value.atMs];
}

/** Somebody who is kept out. */
export interface BanView {
  person: string;
  name: string;
  withAddress: boolean;
  reason: string;
  by: string;
  atMs: number;
}

export function decodeBanView(wire: unknown): BanView {
  const members = asArray(wire, 6, "BanView");
  return {
    person: asString(members[0]),
    name: asString(members[1]),
    withAddress: asBoolean(members[2]),
    reason: asString(members[3]),
    by: asString(members[4]),
    atMs: asNumber(members[5]),
  };
}

export function encodeBanView(value: BanView): unknown[] {
  return [value.person, value.name, value.withAddress, value.reason, value.by, value.atMs];
}

/** A department's cue light. */
export interface CueLight {
  department: string;
  state: CueLightState;
  /** The cue that it is for; null while it is off. */
  cue: string | null;
  /** True when the department said that it is ready. */
  acknowledged: boolean;
}

export function decodeCueLight(wire: unknown): CueLight {
  const members = asArray(wire, 4, "CueLight");
  return {
    department: asString(members[0]),
    state: (asNumber as (wire: unknown) => CueLightState)(members[1]),
    cue: optional(asString)(members[2]),
    acknowledged: asBoolean(members[3]),
  };
}

export function encodeCueLight(value: CueLight): unknown[] {
  return [value.department, value.state, value.cue, value.acknowledged];
}

/** What somebody needs who takes a role over in the middle of a show. */
export interface HandoverCard {
  role: string;
  roleName: string;
  /** True when the role is on stage now. */
  isOn: boolean;
  /** The mark to stand on; null where the blocking says none. */
  mark: string | null;
  /** The entrance to wait at, when the role is off; null where the blocking says none. */
  entrance: string | null;
  /** Where that is, in metres; null where the blocking says nothing. */
  x: number | null;
  z: number | null;
  facingDegrees: number | null;
  /** What is said right before the role's next line; null when the role has the next words. */
  cueLine: string | null;
  /** Id of the role's next line; null when it has none any more. */
  nextLine: string | null;
  nextLineText: string | null;
  /** How many lines of others come before it. */
  linesUntil: number;
  /** Number of the next cue that moves or calls the role; null for none. */
  nextCue: string | null;
  nextCueTitle: string | null;
  /** Id of the line on which that cue is called. */
  nextCueLine: string | null;
}

export function decodeHandoverCard(wire: unknown): HandoverCard {
  const members = asArray(wire, 15, "HandoverCard");
  return {
    role: asString(members[0]),
    roleName: asString(members[1]),
    isOn: asBoolean(members[2]),
    mark: optional(asString)(members[3]),
    entrance: optional(asString)(members[4]),
    x: optional(asNumber)(members[5]),
    z: optional(asNumber)(members[6]),
    facingDegrees: optional(asNumber)(members[7]),
    cueLine: optional(asString)(members[8]),
    nextLine: optional(asString)(members[9]),
    nextLineText: optional(asString)(members[10]),
    linesUntil: asNumber(members[11]),
    nextCue: optional(asString)(members[12]),
    nextCueTitle: optional(asString)(members[13]),
    nextCueLine: optional(asString)(members[14]),
  };
}

export function encodeHandoverCard(value: HandoverCard): unknown[] {
  return [value.role, value.roleName, value.isOn, value.mark, value.entrance, value.x, value.z, value.facingDegrees, value.cueLine, value.nextLine, value.nextLineText, value.linesUntil, value.nextCue, value.nextCueTitle, value.nextCueLine];
}

/** Which roles can share an actor, and the smallest cast that was found. Served as JSON. */
export interface DoublingView {
  /** In the production's order. */
  roles: DoublingRole[];
  /** Pairs that cannot share an actor; all others can. */
  conflicts: DoublingConflict[];
  /** The suggestion: the roles of each actor. */
  actors: DoublingActor[];
  /** Roles of which every two conflict: each of them needs an actor of its own. */
  needed: string[];
  /** True when it is proven that fewer actors are not enough. */
  isMinimal: boolean;
}

export function decodeDoublingView(wire: unknown): DoublingView {
  const members = asArray(wire, 5, "DoublingView");
  return {
    roles: list(decodeDoublingRole)(members[0]),
    conflicts: list(decodeDoublingConflict)(members[1]),
    actors: list(decodeDoublingActor)(members[2]),
    needed: list(asString)(members[3]),
    isMinimal: asBoolean(members[4]),
  };
}

export function encodeDoublingView(value: DoublingView): unknown[] {
  return [value.roles.map(encodeDoublingRole), value.conflicts.map(encodeDoublingConflict), value.actors.map(encodeDoublingActor), value.needed, value.isMinimal];
}

/** A role of the matrix. */
export interface DoublingRole {
  role: string;
  name: string;
  speeches: number;
  words: number;
}

export function decodeDoublingRole(wire: unknown): DoublingRole {
  const members = asArray(wire, 4, "DoublingRole");
  return {
    role: asString(members[0]),
    name: asString(members[1]),
    speeches: asNumber(members[2]),
    words: asNumber(members[3]),
  };
}

export function encodeDoublingRole(value: DoublingRole): unknown[] {
  return [value.role, value.name, value.speeches, value.words];
}

/** An actor of the suggestion. */
export interface DoublingActor {
  roles: string[];
}

export function decodeDoublingActor(wire: unknown): DoublingActor {
  const members = asArray(wire, 1, "DoublingActor");
  return {
    roles: list(asString)(members[0]),
  };
}

export function encodeDoublingActor(value: DoublingActor): unknown[] {
  return [value.roles];
}

/** Two roles that cannot share an actor. */
export interface DoublingConflict {
  one: string;
  other: string;
  /** True when both are needed at the same line; false when there is too little time to change. */
  together: boolean;
  /** The first line of which that is true. */
  line: string;
  /** Lines between exit and entrance; 0 for together. */
  gapLines: number;
  /** Milliseconds between them; 0 for together. */
  gapMs: number;
}

export function decodeDoublingConflict(wire: unknown): DoublingConflict {
  const members = asArray(wire, 6, "DoublingConflict");
  return {
    one: asString(members[0]),
    other: asString(members[1]),
    together: asBoolean(members[2]),
    line: asString(members[3]),
    gapLines: asNumber(members[4]),
    gapMs: asNumber(members[5]),
  };
}

export function encodeDoublingConflict(value: DoublingConflict): unknown[] {
  return [value.one, value.other, value.together, value.line, value.gapLines, value.gapMs];
}

/** The clocks of a run, as they stand when the view is made: a console lets them run on until the next view. Times are performance time. */
export interface ClocksView {
  /** From the beginning of the show to the curtain call, intervals and holds included; null before. */
  run: ClockView | null;
  /** The act (or what stands outside of acts) that the current line is in; null before and after the run. */
  act: ClockView | null;
  /** The scene in it; null where it has none. */
  scene: ClockView | null;
  /** The interval; null when there is none now. */
  interval: ClockView | null;
  /** The hold; null when the show is not held. */
  hold: ClockView | null;
  /** How much later in show time the current line came than in earlier runs on average, or than by the sheet where there is none; negative for earlier, null before the first line. */
  behindMs: number | null;
  /** Show time at which the curtain call is to be expected; null before and after the run. */
  endShowMs: number | null;
  /** How long the intervals were in earlier runs that this one has not had yet. */
  intervalsToComeMs: number;
  /** How many runs of this production it is compared with; 0 when it is the first. */
  earlierRuns: number;
}

export function decodeClocksView(wire: unknown): ClocksView {
  const members = asArray(wire, 9, "ClocksView");
  return {
    run: optional(decodeClockView)(members[0]),
    act: optional(decodeClockView)(members[1]),
    scene: optional(decodeClockView)(members[2]),
    interval: optional(decodeClockView)(members[3]),
    hold: optional(decodeClockView)(members[4]),
    behindMs: optional(asNumber)(members[5]),
    endShowMs: optional(asNumber)(members[6]),
    intervalsToComeMs: asNumber(members[7]),
    earlierRuns: asNumber(members[8]),
  };
}

export function encodeClocksView(value: ClocksView): unknown[] {
  return [value.run === null ? null : encodeClockView(value.run), value.act === null ? null : encodeClockView(value.act), value.scene === null ? null : encodeClockView(value.scene), value.interval === null ? null : encodeClockView(value.interval), value.hold === null ? null : encodeClockView(value.hold), value.behindMs, value.endShowMs, value.intervalsToComeMs, value.earlierRuns];
}

/** One clock. */
export interface ClockView {
  /** A division's heading; empty for others. */
  title: string;
  /** When it began. */
  startedMs: number;
  /** What it shows at the view's time. */
  lengthMs: number;
  /** True while it goes on with performance time. */
  runs: boolean;
  /** What it came to in earlier runs on average; null where there is none. */
  usualMs: number | null;
}

export function decodeClockView(wire: unknown): ClockView {
  const members = asArray(wire, 5, "ClockView");
  return {
    title: asString(members[0]),
    startedMs: asNumber(members[1]),
    lengthMs: asNumber(members[2]),
    runs: asBoolean(members[3]),
    usualMs: optional(asNumber)(members[4]),
  };
}

export function encodeClockView(value: ClockView): unknown[] {
  return [value.title, value.startedMs, value.lengthMs, value.runs, value.usualMs];
}

/** Opens the doors: the audience may come in. */
export type OpenHouse = Record<string, never>;

export function decodeOpenHouse(wire: unknown): OpenHouse {
  asArray(wire, 0, "OpenHouse");
  return {
  };
}

export function encodeOpenHouse(_value: OpenHouse): unknown[] {
  return [];
}

/** Calls the first actors to the stage. */
export type CallBeginners = Record<string, never>;

export function decodeCallBeginners(wire: unknown): CallBeginners {
  asArray(wire, 0, "CallBeginners");
  return {
  };
}

export function encodeCallBeginners(_value: CallBeginners): unknown[] {
  return [];
}

/** Starts the show: show time runs. */
export type StartShow = Record<string, never>;

export function decodeStartShow(wire: unknown): StartShow {
  asArray(wire, 0, "StartShow");
  return {
  };
}

export function encodeStartShow(_value: StartShow): unknown[] {
  return [];
}

/** Stops show time and everything that runs on it. */
export interface Hold {
  reason: string;
}

export function decodeHold(wire: unknown): Hold {
  const members = asArray(wire, 1, "Hold");
  return {
    reason: asString(members[0]),
  };
}

export function encodeHold(value: Hold): unknown[] {
  return [value.reason];
}

/** Lets a held show go on. */
export type Resume = Record<string, never>;

export function decodeResume(wire: unknown): Resume {
  asArray(wire, 0, "Resume");
  return {
  };
}

export function encodeResume(_value: Resume): unknown[] {
  return [];
}

export type TakeInterval = Record<string, never>;

export function decodeTakeInterval(wire: unknown): TakeInterval {
  asArray(wire, 0, "TakeInterval");
  return {
  };
}

export function encodeTakeInterval(_value: TakeInterval): unknown[] {
  return [];
}

export type EndInterval = Record<string, never>;

export function decodeEndInterval(wire: unknown): EndInterval {
  asArray(wire, 0, "EndInterval");
  return {
  };
}

export function encodeEndInterval(_value: EndInterval): unknown[] {
  return [];
}

export type TakeCurtainCall = Record<string, never>;

export function decodeTakeCurtainCall(wire: unknown): TakeCurtainCall {
  asArray(wire, 0, "TakeCurtainCall");
  return {
  };
}

export function encodeTakeCurtainCall(_value: TakeCurtainCall): unknown[] {
  return [];
}

/** Ends the performance for good. */
export type CloseShow = Record<string, never>;

export function decodeCloseShow(wire: unknown): CloseShow {
  asArray(wire, 0, "CloseShow");
  return {
  };
}

export function encodeCloseShow(_value: CloseShow): unknown[] {
  return [];
}

/** Warns the departments of a cue, or of the cues in a chain: get ready. The playhead goes to it. */
export interface Warn {
  cue: string;
}

export function decodeWarn(wire: unknown): Warn {
  const members = asArray(wire, 1, "Warn");
  return {
    cue: asString(members[0]),
  };
}

export function encodeWarn(value: Warn): unknown[] {
  return [value.cue];
}

/** Puts a cue on standby; the playhead goes to it. */
export interface StandBy {
  cue: string;
}

export function decodeStandBy(wire: unknown): StandBy {
  const members = asArray(wire, 1, "StandBy");
  return {
    cue: asString(members[0]),
  };
}

export function encodeStandBy(value: StandBy): unknown[] {
  return [value.cue];
}

/** A department says that it is ready for the cue that is warned or on standby. */
export interface AcknowledgeStandby {
  /** The cue that it saw; refused when it is another by now. */
  cue: string;
  department: string;
}

export function decodeAcknowledgeStandby(wire: unknown): AcknowledgeStandby {
  const members = asArray(wire, 2, "AcknowledgeStandby");
  return {
    cue: asString(members[0]),
    department: asString(members[1]),
  };
}

export function encodeAcknowledgeStandby(value: AcknowledgeStandby): unknown[] {
  return [value.cue, value.department];
}

/** Takes a warned cue, or one on standby, back: it waits again, and the playhead stays on it. */
export interface ReleaseStandby {
  cue: string;
}

export function decodeReleaseStandby(wire: unknown): ReleaseStandby {
  const members = asArray(wire, 1, "ReleaseStandby");
  return {
    cue: asString(members[0]),
  };
}

export function encodeReleaseStandby(value: ReleaseStandby): unknown[] {
  return [value.cue];
}

/** Calls the cue that is on standby. */
export interface Go {
  /** The standby cue that the operator saw; refused when it is another by now. */
  cue: string;
  /** The performance's revision that the operator saw; refused when the cue was put on standby, or its sheet entry changed, after it. Null for a controller that sees no revision. */
  revision: number | null;
}

export function decodeGo(wire: unknown): Go {
  const members = asArray(wire, 1, "Go");
  return {
    cue: asString(members[0]),
    revision: optional(asNumber)(members[1]),
  };
}

export function encodeGo(value: Go): unknown[] {
  return [value.cue, value.revision];
}

/** Moves the playhead; nothing is called. */
export interface MovePlayhead {
  cue: string;
}

export function decodeMovePlayhead(wire: unknown): MovePlayhead {
  const members = asArray(wire, 1, "MovePlayhead");
  return {
    cue: asString(members[0]),
  };
}

export function encodeMovePlayhead(value: MovePlayhead): unknown[] {
  return [value.cue];
}

/** Passes the cue at the playhead over: it counts as done, and the playhead goes to the next. */
export interface SkipCue {
  /** The cue that the operator saw there; refused when it is another by now. */
  cue: string;
}

export function decodeSkipCue(wire: unknown): SkipCue {
  const members = asArray(wire, 1, "SkipCue");
  return {
    cue: asString(members[0]),
  };
}

export function encodeSkipCue(value: SkipCue): unknown[] {
  return [value.cue];
}

/** Starts a cue of the cart at once; the playhead stays. */
export interface FireCue {
  cue: string;
}

export function decodeFireCue(wire: unknown): FireCue {
  const members = asArray(wire, 1, "FireCue");
  return {
    cue: asString(members[0]),
  };
}

export function encodeFireCue(value: FireCue): unknown[] {
  return [value.cue];
}

/** Pauses one running cue. */
export interface PauseCue {
  cue: string;
}

export function decodePauseCue(wire: unknown): PauseCue {
  const members = asArray(wire, 1, "PauseCue");
  return {
    cue: asString(members[0]),
  };
}

export function encodePauseCue(value: PauseCue): unknown[] {
  return [value.cue];
}

/** Lets one paused cue go on. */
export interface ResumeCue {
  cue: string;
}

export function decodeResumeCue(wire: unknown): ResumeCue {
  const members = asArray(wire, 1, "ResumeCue");
  return {
    cue: asString(members[0]),
  };
}

export function encodeResumeCue(value: ResumeCue): unknown[] {
  return [value.cue];
}

/** Stops one running or paused cue. */
export interface StopCue {
  cue: string;
}

export function decodeStopCue(wire: unknown): StopCue {
  const members = asArray(wire, 1, "StopCue");
  return {
    cue: asString(members[0]),
  };
}

export function encodeStopCue(value: StopCue): unknown[] {
  return [value.cue];
}

/** Arms or disarms a cue for this performance; a disarmed cue that is called does nothing, and its chain goes on. */
export interface ArmCue {
  cue: string;
  armed: boolean;
}

export function decodeArmCue(wire: unknown): ArmCue {
  const members = asArray(wire, 2, "ArmCue");
  return {
    cue: asString(members[0]),
    armed: asBoolean(members[1]),
  };
}

export function encodeArmCue(value: ArmCue): unknown[] {
  return [value.cue, value.armed];
}

/** Restores the state before the last GO, and puts the playhead back. Again: the one before it. */
export type Back = Record<string, never>;

export function decodeBack(wire: unknown): Back {
  asArray(wire, 0, "Back");
  return {
  };
}

export function encodeBack(_value: Back): unknown[] {
  return [];
}

/** Puts the playhead on a cue, with the stage as the sheet would have it there: looks, scenery, who is on. In a live show only while it is held. */
export interface GoToCue {
  cue: string;
}

export function decodeGoToCue(wire: unknown): GoToCue {
  const members = asArray(wire, 1, "GoToCue");
  return {
    cue: asString(members[0]),
  };
}

export function encodeGoToCue(value: GoToCue): unknown[] {
  return [value.cue];
}

/** Makes the performance a rehearsal, before its house is open: its doors stay closed. */
export type BeginRehearsal = Record<string, never>;

export function decodeBeginRehearsal(wire: unknown): BeginRehearsal {
  asArray(wire, 0, "BeginRehearsal");
  return {
  };
}

export function encodeBeginRehearsal(_value: BeginRehearsal): unknown[] {
  return [];
}

/** Makes a rehearsal a performance again, in preset as at its beginning. */
export type EndRehearsal = Record<string, never>;

export function decodeEndRehearsal(wire: unknown): EndRehearsal {
  asArray(wire, 0, "EndRehearsal");
  return {
  };
}

export function encodeEndRehearsal(_value: EndRehearsal): unknown[] {
  return [];
}

/** Takes a rehearsal back to its preset: no cue called, show time at zero. */
export type ResetShow = Record<string, never>;

export function decodeResetShow(wire: unknown): ResetShow {
  asArray(wire, 0, "ResetShow");
  return {
  };
}

export function encodeResetShow(_value: ResetShow): unknown[] {
  return [];
}

/** Rehearses from the top of a division, from a line, or from a cue: exactly one of them is named. */
export interface RehearseFrom {
  division: string | null;
  line: string | null;
  cue: string | null;
}

export function decodeRehearseFrom(wire: unknown): RehearseFrom {
  const members = asArray(wire, 3, "RehearseFrom");
  return {
    division: optional(asString)(members[0]),
    line: optional(asString)(members[1]),
    cue: optional(asString)(members[2]),
  };
}

export function encodeRehearseFrom(value: RehearseFrom): unknown[] {
  return [value.division, value.line, value.cue];
}

/** A rehearsal that passes the last line of a loop goes back to its first; both null ends the loop. */
export interface SetLoop {
  fromLine: string | null;
  toLine: string | null;
}

export function decodeSetLoop(wire: unknown): SetLoop {
  const members = asArray(wire, 2, "SetLoop");
  return {
    fromLine: optional(asString)(members[0]),
    toLine: optional(asString)(members[1]),
  };
}

export function encodeSetLoop(value: SetLoop): unknown[] {
  return [value.fromLine, value.toLine];
}

/** Cue to cue: a rehearsal goes on some lines before the next cue. */
export type JumpToNextCue = Record<string, never>;

export function decodeJumpToNextCue(wire: unknown): JumpToNextCue {
  asArray(wire, 0, "JumpToNextCue");
  return {
  };
}

export function encodeJumpToNextCue(_value: JumpToNextCue): unknown[] {
  return [];
}

/** Fades everything to the safe look; a second time within the fade stops at once. */
export type Panic = Record<string, never>;

export function decodePanic(wire: unknown): Panic {
  asArray(wire, 0, "Panic");
  return {
  };
}

export function encodePanic(_value: Panic): unknown[] {
  return [];
}

/** Moves the current line. */
export interface Advance {
  line: string;
}

export function decodeAdvance(wire: unknown): Advance {
  const members = asArray(wire, 1, "Advance");
  return {
    line: asString(members[0]),
  };
}

export function encodeAdvance(value: Advance): unknown[] {
  return [value.line];
}

/** Gives a role to a person. */
export interface CastRole {
  role: string;
  person: string;
}

export function decodeCastRole(wire: unknown): CastRole {
  const members = asArray(wire, 2, "CastRole");
  return {
    role: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeCastRole(value: CastRole): unknown[] {
  return [value.role, value.person];
}

/** Takes a role back; an understudy bot covers it. */
export interface UncastRole {
  role: string;
}

export function decodeUncastRole(wire: unknown): UncastRole {
  const members = asArray(wire, 1, "UncastRole");
  return {
    role: asString(members[0]),
  };
}

export function encodeUncastRole(value: UncastRole): unknown[] {
  return [value.role];
}

/** The sender calls the show from now on; whoever did is displaced. */
export type TakeCalling = Record<string, never>;

export function decodeTakeCalling(wire: unknown): TakeCalling {
  asArray(wire, 0, "TakeCalling");
  return {
  };
}

export function encodeTakeCalling(_value: TakeCalling): unknown[] {
  return [];
}

/** The sender stops calling; the caller bot takes over when there is one. */
export type LeaveCalling = Record<string, never>;

export function decodeLeaveCalling(wire: unknown): LeaveCalling {
  asArray(wire, 0, "LeaveCalling");
  return {
  };
}

export function encodeLeaveCalling(_value: LeaveCalling): unknown[] {
  return [];
}

/** Who calls the show hands it over to a person. */
export interface HandOverCalling {
  person: string;
}

export function decodeHandOverCalling(wire: unknown): HandOverCalling {
  const members = asArray(wire, 1, "HandOverCalling");
  return {
    person: asString(members[0]),
  };
}

export function encodeHandOverCalling(value: HandOverCalling): unknown[] {
  return [value.person];
}

/** The theatre itself passes the show on when its caller is gone; no ticket allows it. */
export interface PassCalling {
  /** Who calls it, and is gone; refused when somebody else does by now. */
  from: string;
  /** The next in line. */
  to: string;
}

export function decodePassCalling(wire: unknown): PassCalling {
  const members = asArray(wire, 2, "PassCalling");
  return {
    from: asString(members[0]),
    to: asString(members[1]),
  };
}

export function encodePassCalling(value: PassCalling): unknown[] {
  return [value.from, value.to];
}

/** Says who may come into the house while the show's doors are open, and how many. Nobody who is in is shown out. */
export interface SetDoors {
  admits: DoorsFor;
  /** How many of the audience may be in; null for any number. The company does not count. */
  capacity: number | null;
}

export function decodeSetDoors(wire: unknown): SetDoors {
  const members = asArray(wire, 2, "SetDoors");
  return {
    admits: (asNumber as (wire: unknown) => DoorsFor)(members[0]),
    capacity: optional(asNumber)(members[1]),
  };
}

export function encodeSetDoors(value: SetDoors): unknown[] {
  return [value.admits, value.capacity];
}

/** Lets the house be heard, or takes no reactions any more. */
export interface SetReactions {
  taken: boolean;
}

export function decodeSetReactions(wire: unknown): SetReactions {
  const members = asArray(wire, 1, "SetReactions");
  return {
    taken: asBoolean(members[0]),
  };
}

export function encodeSetReactions(value: SetReactions): unknown[] {
  return [value.taken];
}

/** Says when the audience may chat. */
export interface SetChat {
  mode: ChatMode;
}

export function decodeSetChat(wire: unknown): SetChat {
  const members = asArray(wire, 1, "SetChat");
  return {
    mode: (asNumber as (wire: unknown) => ChatMode)(members[0]),
  };
}

export function encodeSetChat(value: SetChat): unknown[] {
  return [value.mode];
}

/** A command with the id that makes its retry harmless. */
export interface CommandEnvelope {
  /** Chosen by the sender, unique; a retry carries the same. */
  id: string;
  command: IPerformanceCommand;
  /** Performance time at which a hand gave it, by the sender's reckoning; what a broken line held back for longer than <see cref="LateMs"/> is refused. Null for a sender without a clock. */
  pressedMs: number | null;
}

export function decodeCommandEnvelope(wire: unknown): CommandEnvelope {
  const members = asArray(wire, 2, "CommandEnvelope");
  return {
    id: asString(members[0]),
    command: decodeIPerformanceCommand(members[1]),
    pressedMs: optional(asNumber)(members[2]),
  };
}

export function encodeCommandEnvelope(value: CommandEnvelope): unknown[] {
  return [value.id, encodeIPerformanceCommand(value.command), value.pressedMs];
}

/** What became of a command. */
export interface CommandAnswer {
  /** False when it was refused and changed nothing. */
  accepted: boolean;
  /** Why it was refused, for a person to read; null when accepted. */
  reason: string | null;
  /** The performance's revision after it. */
  revision: number;
}

export function decodeCommandAnswer(wire: unknown): CommandAnswer {
  const members = asArray(wire, 3, "CommandAnswer");
  return {
    accepted: asBoolean(members[0]),
    reason: optional(asString)(members[1]),
    revision: asNumber(members[2]),
  };
}

export function encodeCommandAnswer(value: CommandAnswer): unknown[] {
  return [value.accepted, value.reason, value.revision];
}

/** How the frames of performers are to be shared among the machine's cores, and why so. Served as JSON. */
export interface MattingPlan {
  performers: number;
  /** The cores that are planned with. */
  cores: number;
  /** The name of the plan that the rule takes. */
  chosen: string;
  /** Why, for people. */
  reason: string;
  /** Whether the steps' times stand in for ones that were measured on this machine. */
  isStandIn: boolean;
  steps: MattingStep[];
  timelines: MattingTimeline[];
}

export function decodeMattingPlan(wire: unknown): MattingPlan {
  const members = asArray(wire, 7, "MattingPlan");
  return {
    performers: asNumber(members[0]),
    cores: asNumber(members[1]),
    chosen: asString(members[2]),
    reason: asString(members[3]),
    isStandIn: asBoolean(members[4]),
    steps: list(decodeMattingStep)(members[5]),
    timelines: list(decodeMattingTimeline)(members[6]),
  };
}

export function encodeMattingPlan(value: MattingPlan): unknown[] {
  return [value.performers, value.cores, value.chosen, value.reason, value.isStandIn, value.steps.map(encodeMattingStep), value.timelines.map(encodeMattingTimeline)];
}

/** A step of matting a frame. */
export interface MattingStep {
  name: string;
  ms: number;
}

export function decodeMattingStep(wire: unknown): MattingStep {
  const members = asArray(wire, 2, "MattingStep");
  return {
    name: asString(members[0]),
    ms: asNumber(members[1]),
  };
}

export function encodeMattingStep(value: MattingStep): unknown[] {
  return [value.name, value.ms];
}

/** A plan played through. */
export interface MattingTimeline {
  /** threads, stages or braided. */
  name: string;
  framesPerSecond: number;
  latencyP95Ms: number;
  /** The timeline as a picture. */
  svg: string;
  frames: MattingFrame[];
}

export function decodeMattingTimeline(wire: unknown): MattingTimeline {
  const members = asArray(wire, 5, "MattingTimeline");
  return {
    name: asString(members[0]),
    framesPerSecond: asNumber(members[1]),
    latencyP95Ms: asNumber(members[2]),
    svg: asString(members[3]),
    frames: list(decodeMattingFrame)(members[4]),
  };
}

export function encodeMattingTimeline(value: MattingTimeline): unknown[] {
  return [value.name, value.framesPerSecond, value.latencyP95Ms, value.svg, value.frames.map(encodeMattingFrame)];
}

/** A frame in a timeline. */
export interface MattingFrame {
  frame: number;
  /** Whose it is, from 1. */
  performer: number;
  startMs: number;
  endMs: number;
  /** The devices that work on it, with commas between. */
  devices: string;
}

export function decodeMattingFrame(wire: unknown): MattingFrame {
  const members = asArray(wire, 5, "MattingFrame");
  return {
    frame: asNumber(members[0]),
    performer: asNumber(members[1]),
    startMs: asNumber(members[2]),
    endMs: asNumber(members[3]),
    devices: asString(members[4]),
  };
}

export function encodeMattingFrame(value: MattingFrame): unknown[] {
  return [value.frame, value.performer, value.startMs, value.endMs, value.devices];
}

/** What came in by OSC since the theatre was opened. Served as JSON. */
export interface OscStatus {
  /** Address and port, by UDP and TCP. */
  listens: string;
  /** Controllers that showed the token and are not silent. */
  clients: number;
  packets: number;
  /** Packets that could not be read; they were dropped. */
  malformed: number;
  /** Messages without the token; they were refused. */
  strangers: number;
  /** Commands that were done. */
  accepted: number;
  /** Commands that were refused, each with a reason. */
  refused: number;
  /** Messages that came faster than they could be taken. */
  dropped: number;
}

export function decodeOscStatus(wire: unknown): OscStatus {
  const members = asArray(wire, 8, "OscStatus");
  return {
    listens: asString(members[0]),
    clients: asNumber(members[1]),
    packets: asNumber(members[2]),
    malformed: asNumber(members[3]),
    strangers: asNumber(members[4]),
    accepted: asNumber(members[5]),
    refused: asNumber(members[6]),
    dropped: asNumber(members[7]),
  };
}

export function encodeOscStatus(value: OscStatus): unknown[] {
  return [value.listens, value.clients, value.packets, value.malformed, value.strangers, value.accepted, value.refused, value.dropped];
}

/** All that changes on a console during a show, whole at every change. */
export interface PerformanceView {
  /** The performance's id. */
  id: string;
  /** Number of events in the journal; grows with every change of the show. */
  revision: number;
  show: ShowState;
  /** Performance time at which this view was made. */
  timeMs: number;
  /** Show time at that moment. */
  showTimeMs: number;
  /** True while show time runs with performance time. */
  showTimeRuns: boolean;
  /** How fast performance time runs against real time. */
  rate: number;
  /** Id of the current line; null before the first. */
  currentLine: string | null;
  /** Number of the cue on standby; null when none is. */
  standby: string | null;
  /** Number of the cue at the playhead, which is called next; null at a list's end. */
  next: string | null;
  /** Cues that are not waiting, in sheet order. */
  cues: CueView[];
  /** Who calls the show. */
  caller: CallerView;
  roles: RoleView[];
  /** How far ahead effects are stamped. */
  leadMs: number;
  /** Spectators connected. */
  houseCount: number;
  /** What keeps the journal from being written; null when all is well. */
  trouble: string | null;
  /** Version of the production that is played: another one means another prompt book. */
  sheetVersion: number;
  /** True for a rehearsal, whose doors stay closed. */
  isRehearsal: boolean;
  /** Number of the cue that the departments were warned of; null when none is. */
  warned: string | null;
  /** Departments that are ready for the cue that is warned or on standby. */
  ready: string[];
  /** Number of the GOs that can be taken back. */
  canGoBack: number;
  /** The lines that a rehearsal repeats; null for no loop. */
  loop: LoopView | null;
  /** What the cues have made of the stage. */
  stage: StageView;
  /** Numbers of the cues that are disarmed, by the sheet or in this performance. */
  disarmed: string[];
  /** What happened by itself that who calls the show should know, such as a standby that an edit released; null for nothing. */
  notice: string | null;
  /** How long the run and its parts take. */
  clocks: ClocksView;
  /** Who may come into the house. */
  doors: DoorsView;
}

export function decodePerformanceView(wire: unknown): PerformanceView {
  const members = asArray(wire, 27, "PerformanceView");
  return {
    id: asString(members[0]),
    revision: asNumber(members[1]),
    show: (asNumber as (wire: unknown) => ShowState)(members[2]),
    timeMs: asNumber(members[3]),
    showTimeMs: asNumber(members[4]),
    showTimeRuns: asBoolean(members[5]),
    rate: asNumber(members[6]),
    currentLine: optional(asString)(members[7]),
    standby: optional(asString)(members[8]),
    next: optional(asString)(members[9]),
    cues: list(decodeCueView)(members[10]),
    caller: decodeCallerView(members[11]),
    roles: list(decodeRoleView)(members[12]),
    leadMs: asNumber(members[13]),
    houseCount: asNumber(members[14]),
    trouble: optional(asString)(members[15]),
    sheetVersion: asNumber(members[16]),
    isRehearsal: asBoolean(members[17]),
    warned: optional(asString)(members[18]),
    ready: list(asString)(members[19]),
    canGoBack: asNumber(members[20]),
    loop: optional(decodeLoopView)(members[21]),
    stage: decodeStageView(members[22]),
    disarmed: list(asString)(members[23]),
    notice: optional(asString)(members[24]),
    clocks: decodeClocksView(members[25]),
    doors: decodeDoorsView(members[26]),
  };
}

export function encodePerformanceView(value: PerformanceView): unknown[] {
  return [value.id, value.revision, value.show, value.timeMs, value.showTimeMs, value.showTimeRuns, value.rate, value.currentLine, value.standby, value.next, value.cues.map(encodeCueView), encodeCallerView(value.caller), value.roles.map(encodeRoleView), value.leadMs, value.houseCount, value.trouble, value.sheetVersion, value.isRehearsal, value.warned, value.ready, value.canGoBack, value.loop === null ? null : encodeLoopView(value.loop), encodeStageView(value.stage), value.disarmed, value.notice, encodeClocksView(value.clocks), encodeDoorsView(value.doors)];
}

/** Who may come into the house, and how many want to. */
export interface DoorsView {
  admits: DoorsFor;
  /** How many of the audience may be in; null for any number. */
  capacity: number | null;
  /** How many places are taken, or kept for a moment. */
  taken: number;
  /** How many wait before a full house. */
  waiting: number;
  /** True while the house is heard. */
  reactionsTaken: boolean;
  /** When the audience may chat. */
  chat: ChatMode;
}

export function decodeDoorsView(wire: unknown): DoorsView {
  const members = asArray(wire, 6, "DoorsView");
  return {
    admits: (asNumber as (wire: unknown) => DoorsFor)(members[0]),
    capacity: optional(asNumber)(members[1]),
    taken: asNumber(members[2]),
    waiting: asNumber(members[3]),
    reactionsTaken: asBoolean(members[4]),
    chat: (asNumber as (wire: unknown) => ChatMode)(members[5]),
  };
}

export function encodeDoorsView(value: DoorsView): unknown[] {
  return [value.admits, value.capacity, value.taken, value.waiting, value.reactionsTaken, value.chat];
}

/** The lines that a rehearsal repeats, both included. */
export interface LoopView {
  fromLine: string;
  toLine: string;
}

export function decodeLoopView(wire: unknown): LoopView {
  const members = asArray(wire, 2, "LoopView");
  return {
    fromLine: asString(members[0]),
    toLine: asString(members[1]),
  };
}

export function encodeLoopView(value: LoopView): unknown[] {
  return [value.fromLine, value.toLine];
}

/** The stage as the cues have it: where they lead to, not where a fade is. */
export interface StageView {
  look: string;
  /** Ids of the set pieces that are in, of those that fly. */
  piecesIn: string[];
  /** Where the blocking has each role; before it came on, the entrance that it will come by. */
  roles: RolePlace[];
  /** Where the matted performers stand. */
  performers: RolePlace[];
}

export function decodeStageView(wire: unknown): StageView {
  const members = asArray(wire, 4, "StageView");
  return {
    look: asString(members[0]),
    piecesIn: list(asString)(members[1]),
    roles: list(decodeRolePlace)(members[2]),
    performers: list(decodeRolePlace)(members[3]),
  };
}

export function encodeStageView(value: StageView): unknown[] {
  return [value.look, value.piecesIn, value.roles.map(encodeRolePlace), value.performers.map(encodeRolePlace)];
}

/** Where the cues have a role. */
export interface RolePlace {
  role: string;
  /** The mark; null when it is off. */
  mark: string | null;
  /** The entrance that it is off by; null when it is on. */
  entrance: string | null;
}

export function decodeRolePlace(wire: unknown): RolePlace {
  const members = asArray(wire, 3, "RolePlace");
  return {
    role: asString(members[0]),
    mark: optional(asString)(members[1]),
    entrance: optional(asString)(members[2]),
  };
}

export function encodeRolePlace(value: RolePlace): unknown[] {
  return [value.role, value.mark, value.entrance];
}

/** A cue that was touched. */
export interface CueView {
  number: string;
  state: CueState;
  /** Show time of its GO; null before. */
  startedMs: number | null;
  /** Show time at which its present phase ends; null when nothing is due, or when that is not known (a group). */
  dueMs: number | null;
  /** Why it failed; null when it did not. */
  reason: string | null;
  /** While it is paused by itself: show time that is left of its present phase; its DueMs is null then. */
  leftMs: number | null;
  /** Show time at which it calls the next cue by itself; null when it does not, or when that is not known. */
  followsMs: number | null;
}

export function decodeCueView(wire: unknown): CueView {
  const members = asArray(wire, 7, "CueView");
  return {
    number: asString(members[0]),
    state: (asNumber as (wire: unknown) => CueState)(members[1]),
    startedMs: optional(asNumber)(members[2]),
    dueMs: optional(asNumber)(members[3]),
    reason: optional(asString)(members[4]),
    leftMs: optional(asNumber)(members[5]),
    followsMs: optional(asNumber)(members[6]),
  };
}

export function encodeCueView(value: CueView): unknown[] {
  return [value.number, value.state, value.startedMs, value.dueMs, value.reason, value.leftMs, value.followsMs];
}

/** Who calls the show. */
export interface CallerView {
  /** Id of the person; null for the bot or nobody. */
  person: string | null;
  /** As shown. */
  name: string;
  isBot: boolean;
}

export function decodeCallerView(wire: unknown): CallerView {
  const members = asArray(wire, 3, "CallerView");
  return {
    person: optional(asString)(members[0]),
    name: asString(members[1]),
    isBot: asBoolean(members[2]),
  };
}

export function encodeCallerView(value: CallerView): unknown[] {
  return [value.person, value.name, value.isBot];
}

/** A role and who is on it. */
export interface RoleView {
  role: string;
  /** Id of the person cast; null when an understudy bot covers it. */
  person: string | null;
  /** The person's chosen name; null when nobody is cast. */
  personName: string | null;
  /** True while somebody (a person or a bot) is connected in this role. */
  onStage: boolean;
  /** True when that is a bot. */
  byBot: boolean;
  /** True while the person's connection is lost: their body stands, and the role waits for them. */
  away: boolean;
  /** How the client was held to the rules in the last minute; null when it kept to them. */
  conduct: ClientConduct | null;
}

export function decodeRoleView(wire: unknown): RoleView {
  const members = asArray(wire, 7, "RoleView");
  return {
    role: asString(members[0]),
    person: optional(asString)(members[1]),
    personName: optional(asString)(members[2]),
    onStage: asBoolean(members[3]),
    byBot: asBoolean(members[4]),
    away: asBoolean(members[5]),
    conduct: optional(decodeClientConduct)(members[6]),
  };
}

export function encodeRoleView(value: RoleView): unknown[] {
  return [value.role, value.person, value.personName, value.onStage, value.byBot, value.away, value.conduct === null ? null : encodeClientConduct(value.conduct)];
}

/** How an actor's client was held to the rules in a minute. */
export interface ClientConduct {
  /** Ticks of movement beyond what time allows: they moved nothing. */
  tooManyMoves: number;
  /** Messages that could not be read. */
  unreadable: number;
  /** Packets beyond what a client may send: they were dropped. */
  tooMuch: number;
}

export function decodeClientConduct(wire: unknown): ClientConduct {
  const members = asArray(wire, 3, "ClientConduct");
  return {
    tooManyMoves: asNumber(members[0]),
    unreadable: asNumber(members[1]),
    tooMuch: asNumber(members[2]),
  };
}

export function encodeClientConduct(value: ClientConduct): unknown[] {
  return [value.tooManyMoves, value.unreadable, value.tooMuch];
}

/** What a run came to, made from its journal whenever somebody asks. Served as JSON. Names are those of today: who had themselves forgotten is "somebody". AtMs is Unix milliseconds; lengths are performance time. */
export interface RunReport {
  performance: string;
  title: string;
  /** The production's version that it was played from last. */
  version: number;
  /** True for a rehearsal. */
  isRehearsal: boolean;
  /** False while the performance is not closed: the report is as of now. */
  isOver: boolean;
  /** How many runs of this production the usual lengths are the average of. */
  earlierRuns: number;
  times: ReportTime[];
  lengths: ReportLength[];
  cues: ReportCue[];
  /** Numbers of the cues of the main list that were never called. */
  notCalled: string[];
  holds: ReportHold[];
  incidents: ReportIncident[];
  cast: ReportPart[];
  attendance: ReportAttendance[];
  notes: ReportNote[];
}

export function decodeRunReport(wire: unknown): RunReport {
  const members = asArray(wire, 15, "RunReport");
  return {
    performance: asString(members[0]),
    title: asString(members[1]),
    version: asNumber(members[2]),
    isRehearsal: asBoolean(members[3]),
    isOver: asBoolean(members[4]),
    earlierRuns: asNumber(members[5]),
    times: list(decodeReportTime)(members[6]),
    lengths: list(decodeReportLength)(members[7]),
    cues: list(decodeReportCue)(members[8]),
    notCalled: list(asString)(members[9]),
    holds: list(decodeReportHold)(members[10]),
    incidents: list(decodeReportIncident)(members[11]),
    cast: list(decodeReportPart)(members[12]),
    attendance: list(decodeReportAttendance)(members[13]),
    notes: list(decodeReportNote)(members[14]),
  };
}

export function encodeRunReport(value: RunReport): unknown[] {
  return [value.performance, value.title, value.version, value.isRehearsal, value.isOver, value.earlierRuns, value.times.map(encodeReportTime), value.lengths.map(encodeReportLength), value.cues.map(encodeReportCue), value.notCalled, value.holds.map(encodeReportHold), value.incidents.map(encodeReportIncident), value.cast.map(encodeReportPart), value.attendance.map(encodeReportAttendance), value.notes.map(encodeReportNote)];
}

/** A moment of the evening: the house open, up, down. */
export interface ReportTime {
  name: string;
  atMs: number;
}

export function decodeReportTime(wire: unknown): ReportTime {
  const members = asArray(wire, 2, "ReportTime");
  return {
    name: asString(members[0]),
    atMs: asNumber(members[1]),
  };
}

export function encodeReportTime(value: ReportTime): unknown[] {
  return [value.name, value.atMs];
}

/** How long something took. */
export interface ReportLength {
  /** A division's id; empty for the run, its holds and its intervals. */
  division: string;
  name: string;
  lengthMs: number;
  /** The average of earlier runs; null where there is none. */
  usualMs: number | null;
}

export function decodeReportLength(wire: unknown): ReportLength {
  const members = asArray(wire, 4, "ReportLength");
  return {
    division: asString(members[0]),
    name: asString(members[1]),
    lengthMs: asNumber(members[2]),
    usualMs: optional(asNumber)(members[3]),
  };
}

export function encodeReportLength(value: ReportLength): unknown[] {
  return [value.division, value.name, value.lengthMs, value.usualMs];
}

/** A call of a cue; a cue that was called twice stands there twice. */
export interface ReportCue {
  number: string;
  title: string;
  /** The line that the sheet has it on; null for none. */
  plannedLine: string | null;
  /** The line that was current when it was called; null before the first. */
  line: string | null;
  atMs: number;
  showMs: number;
  /** What made it go: "GO", "auto-continue" … */
  origin: string;
  /** Who called it; null where it came by itself. */
  person: string | null;
  /** From the accepted call (and its pre-wait) to the stamp of its effect; null when it never started. */
  latencyMs: number | null;
  /** From when its planned line was current to its call; negative for a call before; null where it has none. */
  lateMs: number | null;
  /** "done", "stopped", or why it failed; empty while it runs. */
  outcome: string;
}

export function decodeReportCue(wire: unknown): ReportCue {
  const members = asArray(wire, 11, "ReportCue");
  return {
    number: asString(members[0]),
    title: asString(members[1]),
    plannedLine: optional(asString)(members[2]),
    line: optional(asString)(members[3]),
    atMs: asNumber(members[4]),
    showMs: asNumber(members[5]),
    origin: asString(members[6]),
    person: optional(asString)(members[7]),
    latencyMs: optional(asNumber)(members[8]),
    lateMs: optional(asNumber)(members[9]),
    outcome: asString(members[10]),
  };
}

export function encodeReportCue(value: ReportCue): unknown[] {
  return [value.number, value.title, value.plannedLine, value.line, value.atMs, value.showMs, value.origin, value.person, value.latencyMs, value.lateMs, value.outcome];
}

/** The show was held. */
export interface ReportHold {
  atMs: number;
  line: string | null;
  reason: string;
  person: string;
  /** Null while it is held. */
  lengthMs: number | null;
}

export function decodeReportHold(wire: unknown): ReportHold {
  const members = asArray(wire, 5, "ReportHold");
  return {
    atMs: asNumber(members[0]),
    line: optional(asString)(members[1]),
    reason: asString(members[2]),
    person: asString(members[3]),
    lengthMs: optional(asNumber)(members[4]),
  };
}

export function encodeReportHold(value: ReportHold): unknown[] {
  return [value.atMs, value.line, value.reason, value.person, value.lengthMs];
}

/** Something that should not have been, or that whoever reads the report should know. */
export interface ReportIncident {
  atMs: number;
  line: string | null;
  text: string;
}

export function decodeReportIncident(wire: unknown): ReportIncident {
  const members = asArray(wire, 3, "ReportIncident");
  return {
    atMs: asNumber(members[0]),
    line: optional(asString)(members[1]),
    text: asString(members[2]),
  };
}

export function encodeReportIncident(value: ReportIncident): unknown[] {
  return [value.atMs, value.line, value.text];
}

/** Who played a role last. */
export interface ReportPart {
  role: string;
  /** "an understudy bot" where nobody was cast. */
  person: string;
}

export function decodeReportPart(wire: unknown): ReportPart {
  const members = asArray(wire, 2, "ReportPart");
  return {
    role: asString(members[0]),
    person: asString(members[1]),
  };
}

export function encodeReportPart(value: ReportPart): unknown[] {
  return [value.role, value.person];
}

/** Whether somebody was there. */
export interface ReportAttendance {
  person: string;
  state: string;
  /** When they signed in, or were marked; null where nobody said. */
  atMs: number | null;
}

export function decodeReportAttendance(wire: unknown): ReportAttendance {
  const members = asArray(wire, 3, "ReportAttendance");
  return {
    person: asString(members[0]),
    state: asString(members[1]),
    atMs: optional(asNumber)(members[2]),
  };
}

export function encodeReportAttendance(value: ReportAttendance): unknown[] {
  return [value.person, value.state, value.atMs];
}

/** A note on the run. */
export interface ReportNote {
  atMs: number;
  line: string | null;
  from: string;
  /** Whom it is for; empty for everybody. */
  to: string;
  text: string;
}

export function decodeReportNote(wire: unknown): ReportNote {
  const members = asArray(wire, 5, "ReportNote");
  return {
    atMs: asNumber(members[0]),
    line: optional(asString)(members[1]),
    from: asString(members[2]),
    to: asString(members[3]),
    text: asString(members[4]),
  };
}

export function encodeReportNote(value: ReportNote): unknown[] {
  return [value.atMs, value.line, value.from, value.to, value.text];
}

/** The prompt book: the text as this production plays it, with its cues. Served as JSON. */
export interface PromptBook {
  title: string;
  items: BookItem[];
  cues: CueInfo[];
  /** The production's id. */
  production: string;
  /** The production's revision that it was made from; another book follows when the performance takes a newer one. */
  revision: number;
}

export function decodePromptBook(wire: unknown): PromptBook {
  const members = asArray(wire, 5, "PromptBook");
  return {
    title: asString(members[0]),
    items: list(decodeBookItem)(members[1]),
    cues: list(decodeCueInfo)(members[2]),
    production: asString(members[3]),
    revision: asNumber(members[4]),
  };
}

export function encodePromptBook(value: PromptBook): unknown[] {
  return [value.title, value.items.map(encodeBookItem), value.cues.map(encodeCueInfo), value.production, value.revision];
}

/** An entry of the prompt book in reading order. */
export interface BookItem {
  kind: BookItemKind;
  /** A line's id or a division's; empty for others. */
  id: string;
  text: string;
  /** Ids of the roles that speak a line; empty for others. */
  roles: string[];
  /** How long a line takes to speak, with the silence after it; 0 for others. */
  durationMs: number;
}

export function decodeBookItem(wire: unknown): BookItem {
  const members = asArray(wire, 5, "BookItem");
  return {
    kind: (asNumber as (wire: unknown) => BookItemKind)(members[0]),
    id: asString(members[1]),
    text: asString(members[2]),
    roles: list(asString)(members[3]),
    durationMs: asNumber(members[4]),
  };
}

export function encodeBookItem(value: BookItem): unknown[] {
  return [value.kind, value.id, value.text, value.roles, value.durationMs];
}

/** A cue of the sheet, in the sheet's order. Times are milliseconds of show time. */
export interface CueInfo {
  number: string;
  title: string;
  /** Id of the line on which it is called; null where it has none. */
  line: string | null;
  department: string;
  kind: CueKind;
  preWaitMs: number;
  durationMs: number;
  postWaitMs: number;
  continue: ContinueMode;
  /** "main", "cart", or the name of one of the company's own lists. */
  list: string;
  /** Number of the group that it is a member of; null for none. */
  group: string | null;
  /** False when the sheet has it passed over. */
  armed: boolean;
  flagged: boolean;
  /** Its mark in the book, "#rrggbb"; null for none. */
  colour: string | null;
  notes: string;
  /** What it does, in words. */
  summary: string;
}

export function decodeCueInfo(wire: unknown): CueInfo {
  const members = asArray(wire, 16, "CueInfo");
  return {
    number: asString(members[0]),
    title: asString(members[1]),
    line: optional(asString)(members[2]),
    department: asString(members[3]),
    kind: (asNumber as (wire: unknown) => CueKind)(members[4]),
    preWaitMs: asNumber(members[5]),
    durationMs: asNumber(members[6]),
    postWaitMs: asNumber(members[7]),
    continue: (asNumber as (wire: unknown) => ContinueMode)(members[8]),
    list: asString(members[9]),
    group: optional(asString)(members[10]),
    armed: asBoolean(members[11]),
    flagged: asBoolean(members[12]),
    colour: optional(asString)(members[13]),
    notes: asString(members[14]),
    summary: asString(members[15]),
  };
}

export function encodeCueInfo(value: CueInfo): unknown[] {
  return [value.number, value.title, value.line, value.department, value.kind, value.preWaitMs, value.durationMs, value.postWaitMs, value.continue, value.list, value.group, value.armed, value.flagged, value.colour, value.notes, value.summary];
}

/** What is on; for everybody. */
export interface Playbill {
  performances: PlaybillEntry[];
}

export function decodePlaybill(wire: unknown): Playbill {
  const members = asArray(wire, 1, "Playbill");
  return {
    performances: list(decodePlaybillEntry)(members[0]),
  };
}

export function encodePlaybill(value: Playbill): unknown[] {
  return [value.performances.map(encodePlaybillEntry)];
}

/** A performance on the playbill, newest first. */
export interface PlaybillEntry {
  id: string;
  title: string;
  show: ShowState;
  /** True when anybody may watch. */
  doorsOpen: boolean;
  /** Headings of the scenes that are played. */
  scenes: string[];
  roles: RoleInfo[];
}

export function decodePlaybillEntry(wire: unknown): PlaybillEntry {
  const members = asArray(wire, 6, "PlaybillEntry");
  return {
    id: asString(members[0]),
    title: asString(members[1]),
    show: (asNumber as (wire: unknown) => ShowState)(members[2]),
    doorsOpen: asBoolean(members[3]),
    scenes: list(asString)(members[4]),
    roles: list(decodeRoleInfo)(members[5]),
  };
}

export function encodePlaybillEntry(value: PlaybillEntry): unknown[] {
  return [value.id, value.title, value.show, value.doorsOpen, value.scenes, value.roles.map(encodeRoleInfo)];
}

/** Who holds the ticket that came with the request. */
export interface TicketHolder {
  /** The person's id. */
  person: string;
  /** The chosen name; empty until one is chosen. */
  name: string;
  /** As the person wrote them; empty for none given. */
  pronouns: string;
  /** watch, act, perform, notes, edit, call, cast, moderate; audition for who auditions. */
  scopes: string[];
  /** The role that the ticket is for; null for none. */
  role: string | null;
  /** As the person chose it; null for who chose none. */
  appearance: ChosenAppearance | null;
}

export function decodeTicketHolder(wire: unknown): TicketHolder {
  const members = asArray(wire, 5, "TicketHolder");
  return {
    person: asString(members[0]),
    name: asString(members[1]),
    pronouns: asString(members[2]),
    scopes: list(asString)(members[3]),
    role: optional(asString)(members[4]),
    appearance: optional(decodeChosenAppearance)(members[5]),
  };
}

export function encodeTicketHolder(value: TicketHolder): unknown[] {
  return [value.person, value.name, value.pronouns, value.scopes, value.role, value.appearance === null ? null : encodeChosenAppearance(value.appearance)];
}

/** How a person wants to be called. */
export interface ChosenName {
  name: string;
  pronouns: string;
}

export function decodeChosenName(wire: unknown): ChosenName {
  const members = asArray(wire, 2, "ChosenName");
  return {
    name: asString(members[0]),
    pronouns: asString(members[1]),
  };
}

export function encodeChosenName(value: ChosenName): unknown[] {
  return [value.name, value.pronouns];
}

/** How a person wants to be seen, and what they wear in which role. */
export interface ChosenAppearance {
  body: Appearance;
  costumes: CostumeChoice[];
}

export function decodeChosenAppearance(wire: unknown): ChosenAppearance {
  const members = asArray(wire, 2, "ChosenAppearance");
  return {
    body: decodeAppearance(members[0]),
    costumes: list(decodeCostumeChoice)(members[1]),
  };
}

export function encodeChosenAppearance(value: ChosenAppearance): unknown[] {
  return [encodeAppearance(value.body), value.costumes.map(encodeCostumeChoice)];
}

/** What a person wears in a role. A costume that the wardrobe does not have is as none. */
export interface CostumeChoice {
  role: string;
  costume: string;
}

export function decodeCostumeChoice(wire: unknown): CostumeChoice {
  const members = asArray(wire, 2, "CostumeChoice");
  return {
    role: asString(members[0]),
    costume: asString(members[1]),
  };
}

export function encodeCostumeChoice(value: CostumeChoice): unknown[] {
  return [value.role, value.costume];
}

/** The one-time key of the owner's link, to be exchanged for a ticket. */
export interface OwnerKey {
  key: string;
}

export function decodeOwnerKey(wire: unknown): OwnerKey {
  const members = asArray(wire, 1, "OwnerKey");
  return {
    key: asString(members[0]),
  };
}

export function encodeOwnerKey(value: OwnerKey): unknown[] {
  return [value.key];
}

/** Asks for a ticket to give to somebody. */
export interface Invitation {
  name: string;
  scopes: string[];
  /** The role to play; null for a ticket without one. */
  role: string | null;
}

export function decodeInvitation(wire: unknown): Invitation {
  const members = asArray(wire, 3, "Invitation");
  return {
    name: asString(members[0]),
    scopes: list(asString)(members[1]),
    role: optional(asString)(members[2]),
  };
}

export function encodeInvitation(value: Invitation): unknown[] {
  return [value.name, value.scopes, value.role];
}

/** A ticket. */
export interface IssuedTicket {
  /** The signed text. */
  ticket: string;
  person: string;
  /** The page to open with it; the ticket stands behind the '#', which browsers never send. */
  link: string;
}

export function decodeIssuedTicket(wire: unknown): IssuedTicket {
  const members = asArray(wire, 3, "IssuedTicket");
  return {
    ticket: asString(members[0]),
    person: asString(members[1]),
    link: asString(members[2]),
  };
}

export function encodeIssuedTicket(value: IssuedTicket): unknown[] {
  return [value.ticket, value.person, value.link];
}

/** Why a request was refused, for a person to read. */
export interface Refusal {
  reason: string;
}

export function decodeRefusal(wire: unknown): Refusal {
  const members = asArray(wire, 1, "Refusal");
  return {
    reason: asString(members[0]),
  };
}

export function encodeRefusal(value: Refusal): unknown[] {
  return [value.reason];
}

/** Whether anybody may post now. Lines that were said can be read in any case. */
export interface ChatOpen {
  isOpen: boolean;
  /** What the director said: why it is closed. */
  mode: ChatMode;
}

export function decodeChatOpen(wire: unknown): ChatOpen {
  const members = asArray(wire, 2, "ChatOpen");
  return {
    isOpen: asBoolean(members[0]),
    mode: (asNumber as (wire: unknown) => ChatMode)(members[1]),
  };
}

export function encodeChatOpen(value: ChatOpen): unknown[] {
  return [value.isOpen, value.mode];
}

/** Somebody said something. */
export interface ChatLine {
  /** Counts lines from 1 for as long as the theatre runs. */
  number: number;
  /** Who said it: the same number for the same person or seat, and nothing that leads to them. */
  chatter: number;
  /** As they call themselves; of one of the company, the name by which the theatre knows them. */
  name: string;
  /** When, in milliseconds since 1970 (UTC). */
  atMs: number;
  text: string;
  /** True for one of the company. */
  isOfCompany: boolean;
}

export function decodeChatLine(wire: unknown): ChatLine {
  const members = asArray(wire, 6, "ChatLine");
  return {
    number: asNumber(members[0]),
    chatter: asNumber(members[1]),
    name: asString(members[2]),
    atMs: asNumber(members[3]),
    text: asString(members[4]),
    isOfCompany: asBoolean(members[5]),
  };
}

export function encodeChatLine(value: ChatLine): unknown[] {
  return [value.number, value.chatter, value.name, value.atMs, value.text, value.isOfCompany];
}

/** A moderator took a line away. */
export interface ChatRemoved {
  number: number;
}

export function decodeChatRemoved(wire: unknown): ChatRemoved {
  const members = asArray(wire, 1, "ChatRemoved");
  return {
    number: asNumber(members[0]),
  };
}

export function encodeChatRemoved(value: ChatRemoved): unknown[] {
  return [value.number];
}

/** A moderator took all lines away. */
export type ChatCleared = Record<string, never>;

export function decodeChatCleared(wire: unknown): ChatCleared {
  asArray(wire, 0, "ChatCleared");
  return {
  };
}

export function encodeChatCleared(_value: ChatCleared): unknown[] {
  return [];
}

/** What the receiver asked for was not done. */
export interface ChatRefused {
  /** Why, for a person to read. */
  reason: string;
}

export function decodeChatRefused(wire: unknown): ChatRefused {
  const members = asArray(wire, 1, "ChatRefused");
  return {
    reason: asString(members[0]),
  };
}

export function encodeChatRefused(value: ChatRefused): unknown[] {
  return [value.reason];
}

/** A chatter may post no more, or again. Told to moderators alone. */
export interface ChatMuted {
  chatter: number;
  isMuted: boolean;
}

export function decodeChatMuted(wire: unknown): ChatMuted {
  const members = asArray(wire, 2, "ChatMuted");
  return {
    chatter: asNumber(members[0]),
    isMuted: asBoolean(members[1]),
  };
}

export function encodeChatMuted(value: ChatMuted): unknown[] {
  return [value.chatter, value.isMuted];
}

/** Says something. */
export interface ChatPost {
  /** What the sender wants to be called: what is a name elsewhere. */
  name: string;
  /** One line of 1 to ChatLine.MostText characters, without those that are not seen. */
  text: string;
}

export function decodeChatPost(wire: unknown): ChatPost {
  const members = asArray(wire, 2, "ChatPost");
  return {
    name: asString(members[0]),
    text: asString(members[1]),
  };
}

export function encodeChatPost(value: ChatPost): unknown[] {
  return [value.name, value.text];
}

/** Takes a line away for everybody. */
export interface ChatRemove {
  number: number;
}

export function decodeChatRemove(wire: unknown): ChatRemove {
  const members = asArray(wire, 1, "ChatRemove");
  return {
    number: asNumber(members[0]),
  };
}

export function encodeChatRemove(value: ChatRemove): unknown[] {
  return [value.number];
}

/** Lets a chatter post no more, or again. What they said stays. */
export interface ChatMute {
  chatter: number;
  isMuted: boolean;
}

export function decodeChatMute(wire: unknown): ChatMute {
  const members = asArray(wire, 2, "ChatMute");
  return {
    chatter: asNumber(members[0]),
    isMuted: asBoolean(members[1]),
  };
}

export function encodeChatMute(value: ChatMute): unknown[] {
  return [value.chatter, value.isMuted];
}

/** Takes all lines away. */
export type ChatClear = Record<string, never>;

export function decodeChatClear(wire: unknown): ChatClear {
  asArray(wire, 0, "ChatClear");
  return {
  };
}

export function encodeChatClear(_value: ChatClear): unknown[] {
  return [];
}

/** One moment of the stage track, the same bytes for every spectator. */
export interface HouseFrame {
  /** Counts frames from 1 without gaps. */
  number: number;
  /** The stage's tick. */
  tick: number;
  /** Performance time of the tick. */
  timeMs: number;
  /** The frame that Snapshot is coded against, which is not always the one before it; 0 for a keyframe, which also holds the scene. No later frame builds on an older one than this. */
  baseNumber: number;
  /** Bits of the snapshot codec. */
  snapshot: Uint8Array;
  /** The scene when it changed since the last frame, or in a keyframe; else null. */
  scene: StageScene | null;
  /** What is heard of the house, when it changed since the last frame, or in a keyframe; null for no change, and in old recordings. */
  mood: HouseMood | null;
  /** Which of SeatRows are taken, under the same conditions. */
  seats: Uint8Array | null;
}

export function decodeHouseFrame(wire: unknown): HouseFrame {
  const members = asArray(wire, 6, "HouseFrame");
  return {
    number: asNumber(members[0]),
    tick: asNumber(members[1]),
    timeMs: asNumber(members[2]),
    baseNumber: asNumber(members[3]),
    snapshot: asBytes(members[4]),
    scene: optional(decodeStageScene)(members[5]),
    mood: optional(decodeHouseMood)(members[6]),
    seats: optional(asBytes)(members[7]),
  };
}

export function encodeHouseFrame(value: HouseFrame): unknown[] {
  return [value.number, value.tick, value.timeMs, value.baseNumber, value.snapshot, value.scene === null ? null : encodeStageScene(value.scene), value.mood === null ? null : encodeHouseMood(value.mood), value.seats];
}

/** What is heard of the house. A level L stands for 2^(L/2) − 1 people who react, so that what is heard grows with the house, and what is told changes seldom. */
export interface HouseMood {
  /** How many are in the house; 0 while it is quiet. */
  size: number;
  applause: number;
  laugh: number;
  gasp: number;
  bravo: number;
  /** True while no reactions are taken. */
  areOff: boolean;
}

export function decodeHouseMood(wire: unknown): HouseMood {
  const members = asArray(wire, 6, "HouseMood");
  return {
    size: asNumber(members[0]),
    applause: asNumber(members[1]),
    laugh: asNumber(members[2]),
    gasp: asNumber(members[3]),
    bravo: asNumber(members[4]),
    areOff: asBoolean(members[5]),
  };
}

export function encodeHouseMood(value: HouseMood): unknown[] {
  return [value.size, value.applause, value.laugh, value.gasp, value.bravo, value.areOff];
}

/** Tells the stage who sits in the house. Reliable. */
export interface HouseSeats {
  /** As in a frame. */
  taken: Uint8Array;
}

export function decodeHouseSeats(wire: unknown): HouseSeats {
  const members = asArray(wire, 1, "HouseSeats");
  return {
    taken: asBytes(members[0]),
  };
}

export function encodeHouseSeats(value: HouseSeats): unknown[] {
  return [value.taken];
}

/** A spectator's place in the queue before a full house; it changes as others are let in. */
export interface QueuePlace {
  /** From 1, who is let in next; 0 for a seat that is kept for the receiver now. */
  number: number;
  /** How many wait. */
  waiting: number;
}

export function decodeQueuePlace(wire: unknown): QueuePlace {
  const members = asArray(wire, 2, "QueuePlace");
  return {
    number: asNumber(members[0]),
    waiting: asNumber(members[1]),
  };
}

export function encodeQueuePlace(value: QueuePlace): unknown[] {
  return [value.number, value.waiting];
}

/** What was said on the stage since the message before, the same bytes for every listener. */
export interface HouseVoices {
  /** Counts messages from 1; a listener who reads too slowly misses some. */
  number: number;
  voices: VoiceHeard[];
}

export function decodeHouseVoices(wire: unknown): HouseVoices {
  const members = asArray(wire, 2, "HouseVoices");
  return {
    number: asNumber(members[0]),
    voices: list(decodeVoiceHeard)(members[1]),
  };
}

export function encodeHouseVoices(value: HouseVoices): unknown[] {
  return [value.number, value.voices.map(encodeVoiceHeard)];
}

/** Says how far a spectator is. */
export interface HouseAck {
  /** The newest frame that was shown. */
  number: number;
  /** True when half of the frames are enough: pages draw between them. */
  isSparing: boolean;
}

export function decodeHouseAck(wire: unknown): HouseAck {
  const members = asArray(wire, 1, "HouseAck");
  return {
    number: asNumber(members[0]),
    isSparing: members.length > 1 ? asBoolean(members[1]) : false,
  };
}

export function encodeHouseAck(value: HouseAck): unknown[] {
  return [value.number, value.isSparing];
}

/** A spectator reacts, for about a second: who goes on sends it again. More than one a second counts for nothing. */
export interface HouseReaction {
  kind: ReactionKind;
}

export function decodeHouseReaction(wire: unknown): HouseReaction {
  const members = asArray(wire, 1, "HouseReaction");
  return {
    kind: (asNumber as (wire: unknown) => ReactionKind)(members[0]),
  };
}

export function encodeHouseReaction(value: HouseReaction): unknown[] {
  return [value.kind];
}

/** Asks for a seat to be seen in. One that somebody has is not given: who asks keeps what they had. */
export interface SeatWish {
  /** From 1, the row next to the stage, to SeatRows.Rows; 0 to have no seat. */
  row: number;
  /** From 1, at stage right, to SeatRows.SeatsInRow. */
  number: number;
}

export function decodeSeatWish(wire: unknown): SeatWish {
  const members = asArray(wire, 2, "SeatWish");
  return {
    row: asNumber(members[0]),
    number: asNumber(members[1]),
  };
}

export function encodeSeatWish(value: SeatWish): unknown[] {
  return [value.row, value.number];
}

/** A picture of the performer's camera. At most <see cref="MostWaiting"/> may be on their way without an answer (<see cref="OwnMatte"/>, which tells the number): the newest picture is worth more than all before it. */
export interface CameraFrame {
  /** Counts the pictures of this connection from 1. */
  number: number;
  /** Performance time at which it was taken; one that is off by seconds (0: not known) gives way to that of its coming. */
  timeMs: number;
  /** Up to 1920×1080; the whole message at most <see cref="MaxBytes"/>. */
  jpeg: Uint8Array;
}

export function decodeCameraFrame(wire: unknown): CameraFrame {
  const members = asArray(wire, 3, "CameraFrame");
  return {
    number: asNumber(members[0]),
    timeMs: asNumber(members[1]),
    jpeg: asBytes(members[2]),
  };
}

export function encodeCameraFrame(value: CameraFrame): unknown[] {
  return [value.number, value.timeMs, value.jpeg];
}

/** The camera's pictures from now on show the empty room, until <see cref="PlateJudged"/> comes. */
export type PlateStart = Record<string, never>;

export function decodePlateStart(wire: unknown): PlateStart {
  asArray(wire, 0, "PlateStart");
  return {
  };
}

export function encodePlateStart(_value: PlateStart): unknown[] {
  return [];
}

/** A picture of the empty room that was taken before. */
export interface PlateGiven {
  /** JPEG or PNG, of the size of the camera's pictures. */
  image: Uint8Array;
}

export function decodePlateGiven(wire: unknown): PlateGiven {
  const members = asArray(wire, 1, "PlateGiven");
  return {
    image: asBytes(members[0]),
  };
}

export function encodePlateGiven(value: PlateGiven): unknown[] {
  return [value.image];
}

/** Whether others may see the performer. Until it is true nobody but the performer does; a cue decides when and where. */
export interface Showing {
  isShown: boolean;
}

export function decodeShowing(wire: unknown): Showing {
  const members = asArray(wire, 1, "Showing");
  return {
    isShown: asBoolean(members[0]),
  };
}

export function encodeShowing(value: Showing): unknown[] {
  return [value.isShown];
}

/** How others see the performer. Until it is said they see the picture. */
export interface Appearing {
  /** True for an avatar that the performer's body moves: nothing that the camera sees goes to others then. */
  asAvatar: boolean;
}

export function decodeAppearing(wire: unknown): Appearing {
  const members = asArray(wire, 1, "Appearing");
  return {
    asAvatar: asBoolean(members[0]),
  };
}

export function encodeAppearing(value: Appearing): unknown[] {
  return [value.asAvatar];
}

/** How much of the plate is taken. */
export interface PlateProgress {
  /** 0 to 1. */
  done: number;
}

export function decodePlateProgress(wire: unknown): PlateProgress {
  const members = asArray(wire, 1, "PlateProgress");
  return {
    done: asNumber(members[0]),
  };
}

export function encodePlateProgress(value: PlateProgress): unknown[] {
  return [value.done];
}

/** What became of the plate. */
export interface PlateJudged {
  /** True when it is used from now on. */
  isUsed: boolean;
  /** What is good or wrong about it, and what to do. */
  words: string;
}

export function decodePlateJudged(wire: unknown): PlateJudged {
  const members = asArray(wire, 2, "PlateJudged");
  return {
    isUsed: asBoolean(members[0]),
    words: asString(members[1]),
  };
}

export function encodePlateJudged(value: PlateJudged): unknown[] {
  return [value.isUsed, value.words];
}

/** The performer as the theatre cut them out; or, where it could not, why not. */
export interface OwnMatte {
  /** Of the camera's picture. */
  number: number;
  /** Null where there is none: the picture could not be read, or newer ones had come. */
  picture: PerformerPicture | null;
  /** How it goes. */
  state: MattingState;
}

export function decodeOwnMatte(wire: unknown): OwnMatte {
  const members = asArray(wire, 3, "OwnMatte");
  return {
    number: asNumber(members[0]),
    picture: optional(decodePerformerPicture)(members[1]),
    state: decodeMattingState(members[2]),
  };
}

export function encodeOwnMatte(value: OwnMatte): unknown[] {
  return [value.number, value.picture === null ? null : encodePerformerPicture(value.picture), encodeMattingState(value.state)];
}

/** Something that the performer should know: why they are not let in, what their page does wrong, that the matting starts anew. */
export interface PerformerTold {
  words: string;
}

export function decodePerformerTold(wire: unknown): PerformerTold {
  const members = asArray(wire, 1, "PerformerTold");
  return {
    words: asString(members[0]),
  };
}

export function encodePerformerTold(value: PerformerTold): unknown[] {
  return [value.words];
}

/** What the steps of a picture take, once a second. */
export interface MattingReport {
  steps: MattingStepTimes[];
}

export function decodeMattingReport(wire: unknown): MattingReport {
  const members = asArray(wire, 1, "MattingReport");
  return {
    steps: list(decodeMattingStepTimes)(members[0]),
  };
}

export function encodeMattingReport(value: MattingReport): unknown[] {
  return [value.steps.map(encodeMattingStepTimes)];
}

/** A performer's newest picture. A receiver acknowledges by HouseAck; without acknowledgements nothing more is sent. */
export interface HousePicture {
  /** Counts the messages of this stage from 1; receivers miss those that came too late for them. */
  number: number;
  /** The role that the performer plays. */
  role: string;
  picture: PerformerPicture;
}

export function decodeHousePicture(wire: unknown): HousePicture {
  const members = asArray(wire, 3, "HousePicture");
  return {
    number: asNumber(members[0]),
    role: asString(members[1]),
    picture: decodePerformerPicture(members[2]),
  };
}

export function encodeHousePicture(value: HousePicture): unknown[] {
  return [value.number, value.role, encodePerformerPicture(value.picture)];
}

/** A picture of a performer's video, in the stead of a <see cref="HousePicture"/>: for receivers who said that they can decode it. */
export interface HouseVideo {
  /** Counts the messages of this stage, as that of pictures does. */
  number: number;
  role: string;
  video: PerformerVideo;
}

export function decodeHouseVideo(wire: unknown): HouseVideo {
  const members = asArray(wire, 3, "HouseVideo");
  return {
    number: asNumber(members[0]),
    role: asString(members[1]),
    video: decodePerformerVideo(members[2]),
  };
}

export function encodeHouseVideo(value: HouseVideo): unknown[] {
  return [value.number, value.role, encodePerformerVideo(value.video)];
}

/** A performer is not to be seen any more. */
export interface PerformerGone {
  number: number;
  role: string;
}

export function decodePerformerGone(wire: unknown): PerformerGone {
  const members = asArray(wire, 2, "PerformerGone");
  return {
    number: asNumber(members[0]),
    role: asString(members[1]),
  };
}

export function encodePerformerGone(value: PerformerGone): unknown[] {
  return [value.number, value.role];
}

/** A performer without their room. */
export interface PerformerPicture {
  /** Performance time at which the camera took it: it is shown with the voices of that time. */
  timeMs: number;
  /** In pixels, of both pictures. */
  width: number;
  height: number;
  /** Where the performer is in it. */
  body: BodyBox;
  /** JPEG: the performer on black (each colour times alpha). */
  colour: Uint8Array;
  /** JPEG, grey: how much of each pixel is performer. Both are empty for who appears as an avatar. */
  alpha: Uint8Array;
  /** How the body moves an avatar: the bytes of <see cref="AvatarJoints"/>; null while none is found. */
  joints: Uint8Array | null;
}

export function decodePerformerPicture(wire: unknown): PerformerPicture {
  const members = asArray(wire, 6, "PerformerPicture");
  return {
    timeMs: asNumber(members[0]),
    width: asNumber(members[1]),
    height: asNumber(members[2]),
    body: decodeBodyBox(members[3]),
    colour: asBytes(members[4]),
    alpha: asBytes(members[5]),
    joints: optional(asBytes)(members[6]),
  };
}

export function encodePerformerPicture(value: PerformerPicture): unknown[] {
  return [value.timeMs, value.width, value.height, encodeBodyBox(value.body), value.colour, value.alpha, value.joints];
}

/** One picture of a performer's video: H.264 (constrained baseline), colours times alpha above and alpha below, each at the top left of its half; what is left of a half is nothing (black). Alpha is in the luma. */
export interface PerformerVideo {
  /** Performance time at which the camera took it. */
  timeMs: number;
  /** Of the performer's picture in a half, in pixels; even. */
  width: number;
  /** The same; less than half of the video's. */
  height: number;
  /** Where the performer is in it. */
  body: BodyBox;
  /** Counts the pictures of the video. One that is no keyframe can be decoded only directly after the one before. */
  unit: number;
  /** A keyframe: decoding can begin here, also of a video of another size. */
  isKey: boolean;
  /** An access unit as of Annex B; a keyframe's with its parameter sets. */
  data: Uint8Array;
}

export function decodePerformerVideo(wire: unknown): PerformerVideo {
  const members = asArray(wire, 7, "PerformerVideo");
  return {
    timeMs: asNumber(members[0]),
    width: asNumber(members[1]),
    height: asNumber(members[2]),
    body: decodeBodyBox(members[3]),
    unit: asNumber(members[4]),
    isKey: asBoolean(members[5]),
    data: asBytes(members[6]),
  };
}

export function encodePerformerVideo(value: PerformerVideo): unknown[] {
  return [value.timeMs, value.width, value.height, encodeBodyBox(value.body), value.unit, value.isKey, value.data];
}

/** A box in a picture: 0 is left and top, 1 is right and bottom. All zero when nobody is in the picture. */
export interface BodyBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function decodeBodyBox(wire: unknown): BodyBox {
  const members = asArray(wire, 4, "BodyBox");
  return {
    left: asNumber(members[0]),
    top: asNumber(members[1]),
    right: asNumber(members[2]),
    bottom: asNumber(members[3]),
  };
}

export function encodeBodyBox(value: BodyBox): unknown[] {
  return [value.left, value.top, value.right, value.bottom];
}

/** How a performer's matting goes. */
export interface MattingState {
  plate: PlateHealth;
  /** Pictures cut out in the last second. */
  fps: number;
  /** From the camera's picture's arrival to its matte, the slowest of twenty. */
  latencyMs: number;
  /** The size that is worked at against the camera's, 0 to 1: less when there is too little time. */
  scale: number;
  /** What the performer should know or do; empty when all is well. */
  words: string;
}

export function decodeMattingState(wire: unknown): MattingState {
  const members = asArray(wire, 5, "MattingState");
  return {
    plate: (asNumber as (wire: unknown) => PlateHealth)(members[0]),
    fps: asNumber(members[1]),
    latencyMs: asNumber(members[2]),
    scale: asNumber(members[3]),
    words: asString(members[4]),
  };
}

export function encodeMattingState(value: MattingState): unknown[] {
  return [value.plate, value.fps, value.latencyMs, value.scale, value.words];
}

/** The performers of a performance, for the console. Served as JSON. */
export interface PerformersView {
  /** Why nobody can be cut out on this server; null when they can. */
  trouble: string | null;
  performers: PerformerView[];
}

export function decodePerformersView(wire: unknown): PerformersView {
  const members = asArray(wire, 2, "PerformersView");
  return {
    trouble: optional(asString)(members[0]),
    performers: list(decodePerformerView)(members[1]),
  };
}

export function encodePerformersView(value: PerformersView): unknown[] {
  return [value.trouble, value.performers.map(encodePerformerView)];
}

/** A performer whose camera is connected. */
export interface PerformerView {
  role: string;
  /** The person's, as they chose it. */
  name: string;
  /** Whether the performer lets others see them. */
  isShown: boolean;
  state: MattingState;
  /** What each step of a picture takes. */
  steps: MattingStepTimes[];
  /** How the pictures go to those who look, in words: as video, or as pictures and why. */
  sent: string;
}

export function decodePerformerView(wire: unknown): PerformerView {
  const members = asArray(wire, 6, "PerformerView");
  return {
    role: asString(members[0]),
    name: asString(members[1]),
    isShown: asBoolean(members[2]),
    state: decodeMattingState(members[3]),
    steps: list(decodeMattingStepTimes)(members[4]),
    sent: asString(members[5]),
  };
}

export function encodePerformerView(value: PerformerView): unknown[] {
  return [value.role, value.name, value.isShown, encodeMattingState(value.state), value.steps.map(encodeMattingStepTimes), value.sent];
}

/** What a step took for the last hundred pictures. */
export interface MattingStepTimes {
  name: string;
  medianMs: number;
  p95Ms: number;
}

export function decodeMattingStepTimes(wire: unknown): MattingStepTimes {
  const members = asArray(wire, 3, "MattingStepTimes");
  return {
    name: asString(members[0]),
    medianMs: asNumber(members[1]),
    p95Ms: asNumber(members[2]),
  };
}

export function encodeMattingStepTimes(value: MattingStepTimes): unknown[] {
  return [value.name, value.medianMs, value.p95Ms];
}

/** Makes edits, all of them or none; they are undone together. */
export interface EditProduction {
  /** In the order in which they are made. */
  edits: IProductionEdit[];
  /** For whoever reads the history; null for nothing to say. */
  why: string | null;
}

export function decodeEditProduction(wire: unknown): EditProduction {
  const members = asArray(wire, 2, "EditProduction");
  return {
    edits: list(decodeIProductionEdit)(members[0]),
    why: optional(asString)(members[1]),
  };
}

export function encodeEditProduction(value: EditProduction): unknown[] {
  return [value.edits.map(encodeIProductionEdit), value.why];
}

/** Undoes the last edit, whoever made it. Refused when the document changed since the sender saw it. */
export type UndoEdit = Record<string, never>;

export function decodeUndoEdit(wire: unknown): UndoEdit {
  asArray(wire, 0, "UndoEdit");
  return {
  };
}

export function encodeUndoEdit(_value: UndoEdit): unknown[] {
  return [];
}

/** Makes again what was undone last. Refused when the document changed since the sender saw it. */
export type RedoEdit = Record<string, never>;

export function decodeRedoEdit(wire: unknown): RedoEdit {
  asArray(wire, 0, "RedoEdit");
  return {
  };
}

export function encodeRedoEdit(_value: RedoEdit): unknown[] {
  return [];
}

/** The show lock: nobody edits until it is unlocked. */
export type LockSheet = Record<string, never>;

export function decodeLockSheet(wire: unknown): LockSheet {
  asArray(wire, 0, "LockSheet");
  return {
  };
}

export function encodeLockSheet(_value: LockSheet): unknown[] {
  return [];
}

export type UnlockSheet = Record<string, never>;

export function decodeUnlockSheet(wire: unknown): UnlockSheet {
  asArray(wire, 0, "UnlockSheet");
  return {
  };
}

export function encodeUnlockSheet(_value: UnlockSheet): unknown[] {
  return [];
}

/** A command with the id that makes its retry harmless, and what its sender saw. */
export interface ProductionEnvelope {
  /** Chosen by the sender, unique; a retry carries the same. */
  id: string;
  /** The revision that the sender saw. An edit of an entry that changed since is refused; other edits merge. */
  revision: number;
  command: IProductionCommand;
}

export function decodeProductionEnvelope(wire: unknown): ProductionEnvelope {
  const members = asArray(wire, 3, "ProductionEnvelope");
  return {
    id: asString(members[0]),
    revision: asNumber(members[1]),
    command: decodeIProductionCommand(members[2]),
  };
}

export function encodeProductionEnvelope(value: ProductionEnvelope): unknown[] {
  return [value.id, value.revision, encodeIProductionCommand(value.command)];
}

/** What became of a command. */
export interface ProductionAnswer {
  /** False when it was refused and changed nothing. */
  accepted: boolean;
  /** Why it was refused, for a person to read, a line for each error; null when accepted. */
  reason: string | null;
  /** The production's revision after it. */
  revision: number;
}

export function decodeProductionAnswer(wire: unknown): ProductionAnswer {
  const members = asArray(wire, 3, "ProductionAnswer");
  return {
    accepted: asBoolean(members[0]),
    reason: optional(asString)(members[1]),
    revision: asNumber(members[2]),
  };
}

export function encodeProductionAnswer(value: ProductionAnswer): unknown[] {
  return [value.accepted, value.reason, value.revision];
}

/** Makes a named thing, or replaces it whole. */
export interface PutEntry {
  /** roles, stage.pieces, stage.marks, stage.entrances, lamps, looks, sounds, or lists. */
  section: string;
  /** The thing's name. */
  key: string;
  /** What it is, as JSON. */
  value: string;
}

export function decodePutEntry(wire: unknown): PutEntry {
  const members = asArray(wire, 3, "PutEntry");
  return {
    section: asString(members[0]),
    key: asString(members[1]),
    value: asString(members[2]),
  };
}

export function encodePutEntry(value: PutEntry): unknown[] {
  return [value.section, value.key, value.value];
}

/** Removes a named thing that nothing refers to. */
export interface RemoveEntry {
  /** As for <see cref="PutEntry"/>. */
  section: string;
  /** The thing's name. */
  key: string;
}

export function decodeRemoveEntry(wire: unknown): RemoveEntry {
  const members = asArray(wire, 2, "RemoveEntry");
  return {
    section: asString(members[0]),
    key: asString(members[1]),
  };
}

export function encodeRemoveEntry(value: RemoveEntry): unknown[] {
  return [value.section, value.key];
}

/** Gives a thing another name, and changes whatever refers to it. */
export interface RenameEntry {
  /** As for <see cref="PutEntry"/>. */
  section: string;
  /** The thing's name. */
  key: string;
  /** What it is called from then on. */
  newKey: string;
}

export function decodeRenameEntry(wire: unknown): RenameEntry {
  const members = asArray(wire, 3, "RenameEntry");
  return {
    section: asString(members[0]),
    key: asString(members[1]),
    newKey: asString(members[2]),
  };
}

export function encodeRenameEntry(value: RenameEntry): unknown[] {
  return [value.section, value.key, value.newKey];
}

/** Sets one of the values that have no name of their own. */
export interface SetValue {
  /** title, presetLook, panicLook, stage.width, stage.depth, cuts, or pauses. */
  key: string;
  /** As JSON; the two lists are given whole. */
  value: string;
}

export function decodeSetValue(wire: unknown): SetValue {
  const members = asArray(wire, 2, "SetValue");
  return {
    key: asString(members[0]),
    value: asString(members[1]),
  };
}

export function encodeSetValue(value: SetValue): unknown[] {
  return [value.key, value.value];
}

/** Puts a new cue into the sheet. */
export interface InsertCue {
  /** The cue, as JSON. */
  cue: string;
  /** Number of the cue that it stands behind, in that one's list or group; null for the list's beginning. */
  after: string | null;
  /** Where no cue is named: main, cart, or a list of the company's own; null for main. */
  list: string | null;
}

export function decodeInsertCue(wire: unknown): InsertCue {
  const members = asArray(wire, 3, "InsertCue");
  return {
    cue: asString(members[0]),
    after: optional(asString)(members[1]),
    list: optional(asString)(members[2]),
  };
}

export function encodeInsertCue(value: InsertCue): unknown[] {
  return [value.cue, value.after, value.list];
}

/** Replaces a cue, in its place. With another number in it, the cue is renumbered and whatever refers to it follows. */
export interface ChangeCue {
  /** The number that it has now. */
  number: string;
  /** The whole cue, as JSON. */
  cue: string;
}

export function decodeChangeCue(wire: unknown): ChangeCue {
  const members = asArray(wire, 2, "ChangeCue");
  return {
    number: asString(members[0]),
    cue: asString(members[1]),
  };
}

export function encodeChangeCue(value: ChangeCue): unknown[] {
  return [value.number, value.cue];
}

/** Moves a cue elsewhere. */
export interface MoveCue {
  /** The cue's number. */
  number: string;
  /** As for <see cref="InsertCue"/>. */
  after: string | null;
  /** As for <see cref="InsertCue"/>. */
  list: string | null;
}

export function decodeMoveCue(wire: unknown): MoveCue {
  const members = asArray(wire, 3, "MoveCue");
  return {
    number: asString(members[0]),
    after: optional(asString)(members[1]),
    list: optional(asString)(members[2]),
  };
}

export function encodeMoveCue(value: MoveCue): unknown[] {
  return [value.number, value.after, value.list];
}

/** Takes a cue out of the sheet, with the members of a group. */
export interface RemoveCue {
  /** The cue's number. */
  number: string;
}

export function decodeRemoveCue(wire: unknown): RemoveCue {
  const members = asArray(wire, 1, "RemoveCue");
  return {
    number: asString(members[0]),
  };
}

export function encodeRemoveCue(value: RemoveCue): unknown[] {
  return [value.number];
}

/** Gives the cues of a range new numbers in order, and changes whatever refers to them. */
export interface RenumberCues {
  /** Number of the range's first cue. */
  from: string;
  /** Number of its last cue, in the same list or group. */
  to: string;
  /** Renumber only cues whose numbers begin so, such as "LX "; null for all in the range. */
  only: string | null;
  /** What the new numbers begin with, such as "LX "; may be empty. */
  prefix: string;
  /** The first new number. */
  start: number;
  /** From one new number to the next. */
  step: number;
}

export function decodeRenumberCues(wire: unknown): RenumberCues {
  const members = asArray(wire, 6, "RenumberCues");
  return {
    from: asString(members[0]),
    to: asString(members[1]),
    only: optional(asString)(members[2]),
    prefix: asString(members[3]),
    start: asNumber(members[4]),
    step: asNumber(members[5]),
  };
}

export function encodeRenumberCues(value: RenumberCues): unknown[] {
  return [value.from, value.to, value.only, value.prefix, value.start, value.step];
}

/** Where a production's document is. The document itself is fetched by HTTP when the revision is a new one, so that a long sheet never stands in the way of a show's own messages. */
export interface ProductionView {
  /** The production's id. */
  id: string;
  /** Grows with every change; the version that performances play from. */
  revision: number;
  /** What the playbill says. */
  title: string;
  /** Id of the person who locked it; null while it can be edited. */
  lockedBy: string | null;
  /** The name as shown; null while it can be edited. */
  lockedByName: string | null;
  /** What an undo would undo, in words, such as "change cue LX 12"; null when there is nothing. */
  undo: string | null;
  /** What a redo would make again; null when there is nothing. */
  redo: string | null;
}

export function decodeProductionView(wire: unknown): ProductionView {
  const members = asArray(wire, 7, "ProductionView");
  return {
    id: asString(members[0]),
    revision: asNumber(members[1]),
    title: asString(members[2]),
    lockedBy: optional(asString)(members[3]),
    lockedByName: optional(asString)(members[4]),
    undo: optional(asString)(members[5]),
    redo: optional(asString)(members[6]),
  };
}

export function encodeProductionView(value: ProductionView): unknown[] {
  return [value.id, value.revision, value.title, value.lockedBy, value.lockedByName, value.undo, value.redo];
}

/** The document that editors work on. Served as JSON. */
export interface ProductionSheet {
  id: string;
  revision: number;
  /** JSON with the keys of production.yaml. Numbers and truths are JSON's own, all else is text. */
  document: string;
}

export function decodeProductionSheet(wire: unknown): ProductionSheet {
  const members = asArray(wire, 3, "ProductionSheet");
  return {
    id: asString(members[0]),
    revision: asNumber(members[1]),
    document: asString(members[2]),
  };
}

export function encodeProductionSheet(value: ProductionSheet): unknown[] {
  return [value.id, value.revision, value.document];
}

/** A production that this theatre holds. */
export interface ProductionEntry {
  id: string;
  title: string;
  revision: number;
}

export function decodeProductionEntry(wire: unknown): ProductionEntry {
  const members = asArray(wire, 3, "ProductionEntry");
  return {
    id: asString(members[0]),
    title: asString(members[1]),
    revision: asNumber(members[2]),
  };
}

export function encodeProductionEntry(value: ProductionEntry): unknown[] {
  return [value.id, value.title, value.revision];
}

/** Every production of this theatre. */
export interface ProductionList {
  productions: ProductionEntry[];
}

export function decodeProductionList(wire: unknown): ProductionList {
  const members = asArray(wire, 1, "ProductionList");
  return {
    productions: list(decodeProductionEntry)(members[0]),
  };
}

export function encodeProductionList(value: ProductionList): unknown[] {
  return [value.productions.map(encodeProductionEntry)];
}

/** What a program that broadcasts a performance says of it, every few seconds; so the on-air sign is lit. As JSON. */
export interface BroadcastReport {
  /** Where it goes, in a word: HLS, or a service's name. */
  to: string;
  /** Pictures that were drawn in a second, of late. */
  picturesASecond: number;
  /** Pictures that were shown again because the next one was not drawn in time. */
  repeated: number;
  /** Pictures that the encoder did not take. */
  dropped: number;
}

export function decodeBroadcastReport(wire: unknown): BroadcastReport {
  const members = asArray(wire, 4, "BroadcastReport");
  return {
    to: asString(members[0]),
    picturesASecond: asNumber(members[1]),
    repeated: asNumber(members[2]),
    dropped: asNumber(members[3]),
  };
}

export function encodeBroadcastReport(value: BroadcastReport): unknown[] {
  return [value.to, value.picturesASecond, value.repeated, value.dropped];
}

/** A place in a recording. */
export interface RecordingMark {
  kind: RecordingMarkKind;
  /** Performance time. */
  timeMs: number;
  /** The id of the division or line, the cue's number, or the show's state. */
  id: string;
  /** The heading, the line as it is spoken, the cue's title. */
  text: string;
  /** Who speaks a line, as the audience reads it; empty for all else. */
  speaker: string;
}

export function decodeRecordingMark(wire: unknown): RecordingMark {
  const members = asArray(wire, 5, "RecordingMark");
  return {
    kind: (asNumber as (wire: unknown) => RecordingMarkKind)(members[0]),
    timeMs: asNumber(members[1]),
    id: asString(members[2]),
    text: asString(members[3]),
    speaker: asString(members[4]),
  };
}

export function encodeRecordingMark(value: RecordingMark): unknown[] {
  return [value.kind, value.timeMs, value.id, value.text, value.speaker];
}

/** A stretch of a recording in which something is missing. */
export interface RecordingGap {
  /** Performance time. */
  fromMs: number;
  untilMs: number;
  /** Why, for people to read. */
  reason: string;
}

export function decodeRecordingGap(wire: unknown): RecordingGap {
  const members = asArray(wire, 3, "RecordingGap");
  return {
    fromMs: asNumber(members[0]),
    untilMs: asNumber(members[1]),
    reason: asString(members[2]),
  };
}

export function encodeRecordingGap(value: RecordingGap): unknown[] {
  return [value.fromMs, value.untilMs, value.reason];
}

/** What a recording's index tells besides where blocks are. */
export interface RecordingTable {
  heads: RecordingHead[];
  marks: RecordingMark[];
  gaps: RecordingGap[];
}

export function decodeRecordingTable(wire: unknown): RecordingTable {
  const members = asArray(wire, 3, "RecordingTable");
  return {
    heads: list(decodeRecordingHead)(members[0]),
    marks: list(decodeRecordingMark)(members[1]),
    gaps: list(decodeRecordingGap)(members[2]),
  };
}

export function encodeRecordingTable(value: RecordingTable): unknown[] {
  return [value.heads.map(encodeRecordingHead), value.marks.map(encodeRecordingMark), value.gaps.map(encodeRecordingGap)];
}

/** What stands at the head of each piece that was recorded without a break. */
export interface RecordingHead {
  /** The performance's id. */
  performance: string;
  /** The production's id. */
  production: string;
  /** The play, as the playbill has it. */
  title: string;
  /** Unix milliseconds at which it begins. */
  atMs: number;
  /** Performance time at which it begins. */
  fromMs: number;
  /** Performance milliseconds in a real one. */
  rate: number;
}

export function decodeRecordingHead(wire: unknown): RecordingHead {
  const members = asArray(wire, 6, "RecordingHead");
  return {
    performance: asString(members[0]),
    production: asString(members[1]),
    title: asString(members[2]),
    atMs: asNumber(members[3]),
    fromMs: asNumber(members[4]),
    rate: asNumber(members[5]),
  };
}

export function encodeRecordingHead(value: RecordingHead): unknown[] {
  return [value.performance, value.production, value.title, value.atMs, value.fromMs, value.rate];
}

/** The recordings that the asker may watch, the newest first. Served as JSON. */
export interface RecordingList {
  recordings: RecordingEntry[];
}

export function decodeRecordingList(wire: unknown): RecordingList {
  const members = asArray(wire, 1, "RecordingList");
  return {
    recordings: list(decodeRecordingEntry)(members[0]),
  };
}

export function encodeRecordingList(value: RecordingList): unknown[] {
  return [value.recordings.map(encodeRecordingEntry)];
}

/** A recording. */
export interface RecordingEntry {
  /** The performance's id. */
  id: string;
  title: string;
  /** Unix milliseconds at which it begins. */
  atMs: number;
  /** In performance time. */
  durationMs: number;
  /** True while more is recorded. */
  isGoingOn: boolean;
}

export function decodeRecordingEntry(wire: unknown): RecordingEntry {
  const members = asArray(wire, 5, "RecordingEntry");
  return {
    id: asString(members[0]),
    title: asString(members[1]),
    atMs: asNumber(members[2]),
    durationMs: asNumber(members[3]),
    isGoingOn: asBoolean(members[4]),
  };
}

export function encodeRecordingEntry(value: RecordingEntry): unknown[] {
  return [value.id, value.title, value.atMs, value.durationMs, value.isGoingOn];
}

/** What can be found in a recording. Served as JSON. */
export interface RecordingContents {
  id: string;
  title: string;
  atMs: number;
  /** Performance time of its beginning. */
  fromMs: number;
  /** Performance time of its end. */
  untilMs: number;
  /** Performance milliseconds in a real one, as it was played. */
  rate: number;
  isGoingOn: boolean;
  marks: RecordingMark[];
  gaps: RecordingGap[];
}

export function decodeRecordingContents(wire: unknown): RecordingContents {
  const members = asArray(wire, 9, "RecordingContents");
  return {
    id: asString(members[0]),
    title: asString(members[1]),
    atMs: asNumber(members[2]),
    fromMs: asNumber(members[3]),
    untilMs: asNumber(members[4]),
    rate: asNumber(members[5]),
    isGoingOn: asBoolean(members[6]),
    marks: list(decodeRecordingMark)(members[7]),
    gaps: list(decodeRecordingGap)(members[8]),
  };
}

export function encodeRecordingContents(value: RecordingContents): unknown[] {
  return [value.id, value.title, value.atMs, value.fromMs, value.untilMs, value.rate, value.isGoingOn, value.marks.map(encodeRecordingMark), value.gaps.map(encodeRecordingGap)];
}

/** Something that the house was sent. */
export interface RecordingPiece {
  kind: RecordingPieceKind;
  /** Performance time at which it was sent. */
  timeMs: number;
  /** The message in MessagePack, the same bytes as in the house. */
  data: Uint8Array;
}

export function decodeRecordingPiece(wire: unknown): RecordingPiece {
  const members = asArray(wire, 3, "RecordingPiece");
  return {
    kind: (asNumber as (wire: unknown) => RecordingPieceKind)(members[0]),
    timeMs: asNumber(members[1]),
    data: asBytes(members[2]),
  };
}

export function encodeRecordingPiece(value: RecordingPiece): unknown[] {
  return [value.kind, value.timeMs, value.data];
}

/** A few seconds of a recording, in MessagePack. */
export interface RecordingStretch {
  /** Performance time of its first keyframe: at or before the one that was asked for. */
  fromMs: number;
  /** Where the next stretch begins; null at the end of what is recorded. */
  nextMs: number | null;
  /** In the order in which the house was sent them. */
  pieces: RecordingPiece[];
}

export function decodeRecordingStretch(wire: unknown): RecordingStretch {
  const members = asArray(wire, 3, "RecordingStretch");
  return {
    fromMs: asNumber(members[0]),
    nextMs: optional(asNumber)(members[1]),
    pieces: list(decodeRecordingPiece)(members[2]),
  };
}

export function encodeRecordingStretch(value: RecordingStretch): unknown[] {
  return [value.fromMs, value.nextMs, value.pieces.map(encodeRecordingPiece)];
}

/** How somebody wants to be seen: free of who they are, of name and pronouns, and of the role. It changes nothing in how a body moves. */
export interface Appearance {
  build: BodyBuild;
  /** LeastHeightCm to MostHeightCm. */
  heightCm: number;
  /** One of ten tones, 0 (lightest) to 9. */
  skin: number;
  hair: HairStyle;
  hairColour: HairColour;
}

export function decodeAppearance(wire: unknown): Appearance {
  const members = asArray(wire, 5, "Appearance");
  return {
    build: (asNumber as (wire: unknown) => BodyBuild)(members[0]),
    heightCm: asNumber(members[1]),
    skin: asNumber(members[2]),
    hair: (asNumber as (wire: unknown) => HairStyle)(members[3]),
    hairColour: (asNumber as (wire: unknown) => HairColour)(members[4]),
  };
}

export function encodeAppearance(value: Appearance): unknown[] {
  return [value.build, value.heightCm, value.skin, value.hair, value.hairColour];
}

/** A costume of the wardrobe, for one role. */
export interface CostumeInfo {
  id: string;
  role: string;
  /** How people call it. */
  name: string;
  garment: Garment;
  /** "#rrggbb". */
  colour: string;
  /** "#rrggbb" of hems, belt and lace. */
  trim: string;
  cloak: boolean;
  head: Headwear;
  /** Worn on the trunk in place of garment and cloak, made for a body of 1.72 metres that stands on its origin, arms down; null for those. */
  model: ModelInfo | null;
}

export function decodeCostumeInfo(wire: unknown): CostumeInfo {
  const members = asArray(wire, 8, "CostumeInfo");
  return {
    id: asString(members[0]),
    role: asString(members[1]),
    name: asString(members[2]),
    garment: (asNumber as (wire: unknown) => Garment)(members[3]),
    colour: asString(members[4]),
    trim: asString(members[5]),
    cloak: asBoolean(members[6]),
    head: (asNumber as (wire: unknown) => Headwear)(members[7]),
    model: optional(decodeModelInfo)(members[8]),
  };
}

export function encodeCostumeInfo(value: CostumeInfo): unknown[] {
  return [value.id, value.role, value.name, value.garment, value.colour, value.trim, value.cloak, value.head, value.model === null ? null : encodeModelInfo(value.model)];
}

/** What the audience can read of a production besides what the stage shows, in one language. */
export interface CaptionTrack {
  /** The production's. */
  version: number;
  /** As BCP 47 has it. */
  language: string;
  /** Lines by their ids; none in the language that is spoken. What is not here is read as it is spoken. */
  lines: CaptionText[];
  /** Names of roles by their ids, where they differ. */
  roles: CaptionText[];
  /** Sounds in words by their ids, where they differ. */
  sounds: CaptionText[];
  /** What is to be seen, in words, in the order of the text. */
  descriptions: CaptionDescription[];
}

export function decodeCaptionTrack(wire: unknown): CaptionTrack {
  const members = asArray(wire, 6, "CaptionTrack");
  return {
    version: asNumber(members[0]),
    language: asString(members[1]),
    lines: list(decodeCaptionText)(members[2]),
    roles: list(decodeCaptionText)(members[3]),
    sounds: list(decodeCaptionText)(members[4]),
    descriptions: list(decodeCaptionDescription)(members[5]),
  };
}

export function encodeCaptionTrack(value: CaptionTrack): unknown[] {
  return [value.version, value.language, value.lines.map(encodeCaptionText), value.roles.map(encodeCaptionText), value.sounds.map(encodeCaptionText), value.descriptions.map(encodeCaptionDescription)];
}

/** A text that stands for something with an id. */
export interface CaptionText {
  id: string;
  text: string;
}

export function decodeCaptionText(wire: unknown): CaptionText {
  const members = asArray(wire, 2, "CaptionText");
  return {
    id: asString(members[0]),
    text: asString(members[1]),
  };
}

export function encodeCaptionText(value: CaptionText): unknown[] {
  return [value.id, value.text];
}

/** Something to be seen, in words. */
export interface CaptionDescription {
  /** The line with which it is told. */
  line: string;
  /** How long after that became the current line: 0 at its beginning, else when it has been spoken. */
  delayMs: number;
  text: string;
  /** What the text is in: the track's language, or the play's where it is not translated. */
  language: string;
}

export function decodeCaptionDescription(wire: unknown): CaptionDescription {
  const members = asArray(wire, 4, "CaptionDescription");
  return {
    line: asString(members[0]),
    delayMs: asNumber(members[1]),
    text: asString(members[2]),
    language: asString(members[3]),
  };
}

export function encodeCaptionDescription(value: CaptionDescription): unknown[] {
  return [value.line, value.delayMs, value.text, value.language];
}

/** What a programme tells of a performance. */
export interface ProgrammeView {
  title: string;
  /** What happens; empty where that is not told. */
  synopsis: string;
  /** The scenes that are played, in order. */
  scenes: ProgrammeScene[];
  /** The roles, in the production's order. */
  cast: ProgrammeRole[];
}

export function decodeProgrammeView(wire: unknown): ProgrammeView {
  const members = asArray(wire, 4, "ProgrammeView");
  return {
    title: asString(members[0]),
    synopsis: asString(members[1]),
    scenes: list(decodeProgrammeScene)(members[2]),
    cast: list(decodeProgrammeRole)(members[3]),
  };
}

export function encodeProgrammeView(value: ProgrammeView): unknown[] {
  return [value.title, value.synopsis, value.scenes.map(encodeProgrammeScene), value.cast.map(encodeProgrammeRole)];
}

/** A scene of the play. */
export interface ProgrammeScene {
  /** Lines in it have ids that begin with this and a dot. */
  id: string;
  title: string;
}

export function decodeProgrammeScene(wire: unknown): ProgrammeScene {
  const members = asArray(wire, 2, "ProgrammeScene");
  return {
    id: asString(members[0]),
    title: asString(members[1]),
  };
}

export function encodeProgrammeScene(value: ProgrammeScene): unknown[] {
  return [value.id, value.title];
}

/** A role, and who plays it now. */
export interface ProgrammeRole {
  id: string;
  name: string;
  colour: string;
  /** As they want to be called; empty while nobody is on the stage in it, and for an understudy bot. */
  player: string;
  /** As they wrote them; empty for none given. */
  pronouns: string;
  /** True while an understudy bot plays it. */
  isBot: boolean;
}

export function decodeProgrammeRole(wire: unknown): ProgrammeRole {
  const members = asArray(wire, 6, "ProgrammeRole");
  return {
    id: asString(members[0]),
    name: asString(members[1]),
    colour: asString(members[2]),
    player: asString(members[3]),
    pronouns: asString(members[4]),
    isBot: asBoolean(members[5]),
  };
}

export function encodeProgrammeRole(value: ProgrammeRole): unknown[] {
  return [value.id, value.name, value.colour, value.player, value.pronouns, value.isBot];
}

/** Everything that a client needs to build the stage. It changes only with the production: the scene says its version. Metres, Y up, +X stage left, +Z towards the audience; the origin is centre stage on the floor. */
export interface StagePlan {
  title: string;
  width: number;
  depth: number;
  pieces: SetPiece[];
  marks: StageMark[];
  entrances: StageMark[];
  lamps: Lamp[];
  roles: RoleInfo[];
  sounds: SoundInfo[];
  /** Version of the production that this plan came with. */
  version: number;
  /** What can be held; null for nothing. */
  props: PropInfo[] | null;
  /** The wardrobe; null for none: a role without a costume wears its colour. */
  costumes: CostumeInfo[] | null;
  /** What the play is spoken in, as BCP 47 has languages; null in plans from before it was told. */
  language: string | null;
  /** The languages that surtitles can be read in besides; null for none. */
  translations: TranslationInfo[] | null;
}

export function decodeStagePlan(wire: unknown): StagePlan {
  const members = asArray(wire, 10, "StagePlan");
  return {
    title: asString(members[0]),
    width: asNumber(members[1]),
    depth: asNumber(members[2]),
    pieces: list(decodeSetPiece)(members[3]),
    marks: list(decodeStageMark)(members[4]),
    entrances: list(decodeStageMark)(members[5]),
    lamps: list(decodeLamp)(members[6]),
    roles: list(decodeRoleInfo)(members[7]),
    sounds: list(decodeSoundInfo)(members[8]),
    version: asNumber(members[9]),
    props: optional(list(decodePropInfo))(members[10]),
    costumes: optional(list(decodeCostumeInfo))(members[11]),
    language: optional(asString)(members[12]),
    translations: optional(list(decodeTranslationInfo))(members[13]),
  };
}

export function encodeStagePlan(value: StagePlan): unknown[] {
  return [value.title, value.width, value.depth, value.pieces.map(encodeSetPiece), value.marks.map(encodeStageMark), value.entrances.map(encodeStageMark), value.lamps.map(encodeLamp), value.roles.map(encodeRoleInfo), value.sounds.map(encodeSoundInfo), value.version, value.props === null ? null : value.props.map(encodePropInfo), value.costumes === null ? null : value.costumes.map(encodeCostumeInfo), value.language, value.translations === null ? null : value.translations.map(encodeTranslationInfo)];
}

/** A language that a production is translated into. */
export interface TranslationInfo {
  /** As BCP 47 has it, such as "de" or "pt-BR". */
  language: string;
  /** As its readers call it. */
  name: string;
}

export function decodeTranslationInfo(wire: unknown): TranslationInfo {
  const members = asArray(wire, 2, "TranslationInfo");
  return {
    language: asString(members[0]),
    name: asString(members[1]),
  };
}

export function encodeTranslationInfo(value: TranslationInfo): unknown[] {
  return [value.language, value.name];
}

/** A point in metres. */
export interface Point3 {
  x: number;
  y: number;
  z: number;
}

export function decodePoint3(wire: unknown): Point3 {
  const members = asArray(wire, 3, "Point3");
  return {
    x: asNumber(members[0]),
    y: asNumber(members[1]),
    z: asNumber(members[2]),
  };
}

export function encodePoint3(value: Point3): unknown[] {
  return [value.x, value.y, value.z];
}

/** A piece of scenery. */
export interface SetPiece {
  id: string;
  shape: PieceShape;
  /** Centre of its foot when it is in. */
  position: Point3;
  /** Width, height and depth. */
  size: Point3;
  /** About the vertical, counter-clockwise seen from above. */
  rotationDegrees: number;
  /** "#rrggbb". */
  colour: string;
  /** Where it is when it is out, from Position; null for a piece that never moves. */
  outOffset: Point3 | null;
  /** Drawn in place of the shape, its origin at Position and turned with it; null for the shape. Actors walk by the shape. */
  model: ModelInfo | null;
}

export function decodeSetPiece(wire: unknown): SetPiece {
  const members = asArray(wire, 7, "SetPiece");
  return {
    id: asString(members[0]),
    shape: (asNumber as (wire: unknown) => PieceShape)(members[1]),
    position: decodePoint3(members[2]),
    size: decodePoint3(members[3]),
    rotationDegrees: asNumber(members[4]),
    colour: asString(members[5]),
    outOffset: optional(decodePoint3)(members[6]),
    model: optional(decodeModelInfo)(members[7]),
  };
}

export function encodeSetPiece(value: SetPiece): unknown[] {
  return [value.id, value.shape, encodePoint3(value.position), encodePoint3(value.size), value.rotationDegrees, value.colour, value.outOffset === null ? null : encodePoint3(value.outOffset), value.model === null ? null : encodeModelInfo(value.model)];
}

/** A binary glTF file of the production, drawn in place of primitives: metres, Y up, its front towards +Z. Those stay where it cannot be had. It was checked when it was taken in. */
export interface ModelInfo {
  /** What it is fetched by, from /api/models: SHA-256 of its bytes, in small hexadecimal digits. */
  hash: string;
  /** How large it is. */
  bytes: number;
}

export function decodeModelInfo(wire: unknown): ModelInfo {
  const members = asArray(wire, 2, "ModelInfo");
  return {
    hash: asString(members[0]),
    bytes: asNumber(members[1]),
  };
}

export function encodeModelInfo(value: ModelInfo): unknown[] {
  return [value.hash, value.bytes];
}

/** A thing that can be held. */
export interface PropInfo {
  id: string;
  /** How people call it. */
  name: string;
  shape: PieceShape;
  /** Width, height and depth. */
  size: Point3;
  /** "#rrggbb". */
  colour: string;
  /** Drawn in place of the shape: its origin is the middle of its foot, in a hand where it is held, and +Z leads away from the hand; null for the shape. */
  model: ModelInfo | null;
}

export function decodePropInfo(wire: unknown): PropInfo {
  const members = asArray(wire, 5, "PropInfo");
  return {
    id: asString(members[0]),
    name: asString(members[1]),
    shape: (asNumber as (wire: unknown) => PieceShape)(members[2]),
    size: decodePoint3(members[3]),
    colour: asString(members[4]),
    model: optional(decodeModelInfo)(members[5]),
  };
}

export function encodePropInfo(value: PropInfo): unknown[] {
  return [value.id, value.name, value.shape, encodePoint3(value.size), value.colour, value.model === null ? null : encodeModelInfo(value.model)];
}

/** A named place: a mark on the stage, or an entrance beside it. */
export interface StageMark {
  id: string;
  x: number;
  z: number;
  /** 0 faces the audience (+Z), 90 faces stage left (+X). */
  facingDegrees: number;
  /** How high it lies: on a platform, a gallery; 0 on the floor. */
  y: number;
}

export function decodeStageMark(wire: unknown): StageMark {
  const members = asArray(wire, 4, "StageMark");
  return {
    id: asString(members[0]),
    x: asNumber(members[1]),
    z: asNumber(members[2]),
    facingDegrees: asNumber(members[3]),
    y: members.length > 4 ? asNumber(members[4]) : 0,
  };
}

export function encodeStageMark(value: StageMark): unknown[] {
  return [value.id, value.x, value.z, value.facingDegrees, value.y];
}

/** A lamp; its index in the plan is the index of its level in a look. */
export interface Lamp {
  id: string;
  kind: LampKind;
  position: Point3;
  target: Point3;
  /** Full opening angle of a spot. */
  angleDegrees: number;
}

export function decodeLamp(wire: unknown): Lamp {
  const members = asArray(wire, 5, "Lamp");
  return {
    id: asString(members[0]),
    kind: (asNumber as (wire: unknown) => LampKind)(members[1]),
    position: decodePoint3(members[2]),
    target: decodePoint3(members[3]),
    angleDegrees: asNumber(members[4]),
  };
}

export function encodeLamp(value: Lamp): unknown[] {
  return [value.id, value.kind, encodePoint3(value.position), encodePoint3(value.target), value.angleDegrees];
}

/** A part in the play, as it is shown. */
export interface RoleInfo {
  id: string;
  name: string;
  /** The costume's "#rrggbb". */
  colour: string;
}

export function decodeRoleInfo(wire: unknown): RoleInfo {
  const members = asArray(wire, 3, "RoleInfo");
  return {
    id: asString(members[0]),
    name: asString(members[1]),
    colour: asString(members[2]),
  };
}

export function encodeRoleInfo(value: RoleInfo): unknown[] {
  return [value.id, value.name, value.colour];
}

/** A sound of the production. */
export interface SoundInfo {
  id: string;
  /** In words, for captions. */
  description: string;
  /** What its file is fetched by, from /api/sounds; null where the sound exists in words only. */
  hash: string | null;
  /** How large its file is. */
  bytes: number;
  /** True when it goes round until its cue ends. */
  loop: boolean;
  /** Decibels that it is played louder by; less than 0 for quieter. */
  gain: number;
}

export function decodeSoundInfo(wire: unknown): SoundInfo {
  const members = asArray(wire, 6, "SoundInfo");
  return {
    id: asString(members[0]),
    description: asString(members[1]),
    hash: optional(asString)(members[2]),
    bytes: asNumber(members[3]),
    loop: asBoolean(members[4]),
    gain: asNumber(members[5]),
  };
}

export function encodeSoundInfo(value: SoundInfo): unknown[] {
  return [value.id, value.description, value.hash, value.bytes, value.loop, value.gain];
}

/** The slow part of the stage's state: all of it, self-contained, so that who joins late sees the same stage. Times are performance time in milliseconds. Where actors stand is in snapshots. */
export interface StageScene {
  /** Grows by one with every change. */
  revision: number;
  /** The show's state. */
  show: ShowState;
  /** How fast performance time runs against real time: 1, or the rehearsal's speed. */
  rate: number;
  /** The lights, fading or still. */
  light: LightFade;
  /** One entry for each piece that can move. */
  scenery: SceneryMove[];
  /** Sounds that were started lately. */
  sounds: SoundStart[];
  /** The line spoken now; null when none is. */
  surtitle: Surtitle | null;
  /** Who is on which role. */
  players: Player[];
  /** Ids of the sounds that may start at any moment: those of the cue on standby and of what follows it by itself. */
  preload: string[];
  /** Where the pictures of matted performers stand, one entry for each that was on. */
  performers: PerformerMove[];
  /** Version of the stage's plan: another one means that the plan is fetched again. */
  planVersion: number;
  /** Where each prop is; null when there are none. */
  props: PropPlace[] | null;
  /** Fights that are on, or begin in a moment; null when there are none. */
  fights: StageFight[] | null;
  /** Performance time at which an interval is meant to be over; null where that is not known, and outside of intervals. */
  showEndsMs: number | null;
}

export function decodeStageScene(wire: unknown): StageScene {
  const members = asArray(wire, 11, "StageScene");
  return {
    revision: asNumber(members[0]),
    show: (asNumber as (wire: unknown) => ShowState)(members[1]),
    rate: asNumber(members[2]),
    light: decodeLightFade(members[3]),
    scenery: list(decodeSceneryMove)(members[4]),
    sounds: list(decodeSoundStart)(members[5]),
    surtitle: optional(decodeSurtitle)(members[6]),
    players: list(decodePlayer)(members[7]),
    preload: list(asString)(members[8]),
    performers: list(decodePerformerMove)(members[9]),
    planVersion: asNumber(members[10]),
    props: optional(list(decodePropPlace))(members[11]),
    fights: optional(list(decodeStageFight))(members[12]),
    showEndsMs: optional(asNumber)(members[13]),
  };
}

export function encodeStageScene(value: StageScene): unknown[] {
  return [value.revision, value.show, value.rate, encodeLightFade(value.light), value.scenery.map(encodeSceneryMove), value.sounds.map(encodeSoundStart), value.surtitle === null ? null : encodeSurtitle(value.surtitle), value.players.map(encodePlayer), value.preload, value.performers.map(encodePerformerMove), value.planVersion, value.props === null ? null : value.props.map(encodePropPlace), value.fights === null ? null : value.fights.map(encodeStageFight), value.showEndsMs];
}

/** A change between two values over time that can be held in its middle. */
export interface Transition {
  /** Performance time at which it starts. */
  startMs: number;
  /** 0 for a snap. */
  durationMs: number;
  /** Performance time at which it was held; null while it runs. */
  heldAtMs: number | null;
}

export function decodeTransition(wire: unknown): Transition {
  const members = asArray(wire, 3, "Transition");
  return {
    startMs: asNumber(members[0]),
    durationMs: asNumber(members[1]),
    heldAtMs: optional(asNumber)(members[2]),
  };
}

export function encodeTransition(value: Transition): unknown[] {
  return [value.startMs, value.durationMs, value.heldAtMs];
}

/** A lamp's colour and intensity. */
export interface LampLevel {
  /** 0xRRGGBB. */
  colour: number;
  /** 0 (off) to 1 (full). */
  intensity: number;
}

export function decodeLampLevel(wire: unknown): LampLevel {
  const members = asArray(wire, 2, "LampLevel");
  return {
    colour: asNumber(members[0]),
    intensity: asNumber(members[1]),
  };
}

export function encodeLampLevel(value: LampLevel): unknown[] {
  return [value.colour, value.intensity];
}

/** The lights: a fade from levels to levels, one entry a lamp of the plan. */
export interface LightFade {
  /** The look that it leads to. */
  look: string;
  from: LampLevel[];
  to: LampLevel[];
  fade: Transition;
}

export function decodeLightFade(wire: unknown): LightFade {
  const members = asArray(wire, 4, "LightFade");
  return {
    look: asString(members[0]),
    from: list(decodeLampLevel)(members[1]),
    to: list(decodeLampLevel)(members[2]),
    fade: decodeTransition(members[3]),
  };
}

export function encodeLightFade(value: LightFade): unknown[] {
  return [value.look, value.from.map(encodeLampLevel), value.to.map(encodeLampLevel), encodeTransition(value.fade)];
}

/** A piece of scenery on its way: 0 is out, 1 is in. */
export interface SceneryMove {
  piece: string;
  from: number;
  to: number;
  move: Transition;
}

export function decodeSceneryMove(wire: unknown): SceneryMove {
  const members = asArray(wire, 4, "SceneryMove");
  return {
    piece: asString(members[0]),
    from: asNumber(members[1]),
    to: asNumber(members[2]),
    move: decodeTransition(members[3]),
  };
}

export function encodeSceneryMove(value: SceneryMove): unknown[] {
  return [value.piece, value.from, value.to, encodeTransition(value.move)];
}

/** A sound that starts at a performance time. */
export interface SoundStart {
  sound: string;
  /** Its beginning. A pause moves it on, so that at any time the sound is at now - StartMs. */
  startMs: number;
  /** How long it lasts; 0 for as long as its file does, or for ever when it loops. */
  durationMs: number;
  /** The same while it is paused, goes on and fades; no other sound of the scene has it. */
  id: number;
  /** Performance time at which it was paused: it is silent, and goes on from there; null while it plays. */
  heldAtMs: number | null;
  /** Performance time from which it fades out, or at which it stops; null when it plays to its end. */
  stopMs: number | null;
  /** How long it fades out from StopMs; 0 stops it at once. */
  fadeMs: number;
}

export function decodeSoundStart(wire: unknown): SoundStart {
  const members = asArray(wire, 7, "SoundStart");
  return {
    sound: asString(members[0]),
    startMs: asNumber(members[1]),
    durationMs: asNumber(members[2]),
    id: asNumber(members[3]),
    heldAtMs: optional(asNumber)(members[4]),
    stopMs: optional(asNumber)(members[5]),
    fadeMs: asNumber(members[6]),
  };
}

export function encodeSoundStart(value: SoundStart): unknown[] {
  return [value.sound, value.startMs, value.durationMs, value.id, value.heldAtMs, value.stopMs, value.fadeMs];
}

/** A performer's picture on its way, or still. Between From and To its place and its opacity go evenly. */
export interface PerformerMove {
  /** The role that the performer plays. */
  role: string;
  from: PerformerPlace;
  to: PerformerPlace;
  move: Transition;
}

export function decodePerformerMove(wire: unknown): PerformerMove {
  const members = asArray(wire, 4, "PerformerMove");
  return {
    role: asString(members[0]),
    from: decodePerformerPlace(members[1]),
    to: decodePerformerPlace(members[2]),
    move: decodeTransition(members[3]),
  };
}

export function encodePerformerMove(value: PerformerMove): unknown[] {
  return [value.role, encodePerformerPlace(value.from), encodePerformerPlace(value.to), encodeTransition(value.move)];
}

/** Where a performer's picture stands. Metres. */
export interface PerformerPlace {
  x: number;
  z: number;
  /** 0 faces the audience (+Z), 90 faces stage left (+X). */
  facingDegrees: number;
  /** 0 (not to be seen) to 1. */
  opacity: number;
}

export function decodePerformerPlace(wire: unknown): PerformerPlace {
  const members = asArray(wire, 4, "PerformerPlace");
  return {
    x: asNumber(members[0]),
    z: asNumber(members[1]),
    facingDegrees: asNumber(members[2]),
    opacity: asNumber(members[3]),
  };
}

export function encodePerformerPlace(value: PerformerPlace): unknown[] {
  return [value.x, value.z, value.facingDegrees, value.opacity];
}

/** Where a prop is: in a role's hands, whoever plays it, or lying somewhere. Metres. */
export interface PropPlace {
  prop: string;
  /** The role that has it; null where it lies. */
  role: string | null;
  /** The middle of its foot, where it lies or was taken up. */
  x: number;
  y: number;
  z: number;
}

export function decodePropPlace(wire: unknown): PropPlace {
  const members = asArray(wire, 5, "PropPlace");
  return {
    prop: asString(members[0]),
    role: optional(asString)(members[1]),
    x: asNumber(members[2]),
    y: asNumber(members[3]),
    z: asNumber(members[4]),
  };
}

export function encodePropPlace(value: PropPlace): unknown[] {
  return [value.prop, value.role, value.x, value.y, value.z];
}

/** A scripted fight: the stage moves the bodies of those who are in it, and their own inputs move nothing meanwhile. */
export interface StageFight {
  fight: string;
  /** Ids of the roles that fight. */
  roles: string[];
  /** Performance time at which it begins. */
  startMs: number;
  /** Performance time at which it is over, when nothing stops it before. */
  endMs: number;
}

export function decodeStageFight(wire: unknown): StageFight {
  const members = asArray(wire, 4, "StageFight");
  return {
    fight: asString(members[0]),
    roles: list(asString)(members[1]),
    startMs: asNumber(members[2]),
    endMs: asNumber(members[3]),
  };
}

export function encodeStageFight(value: StageFight): unknown[] {
  return [value.fight, value.roles, value.startMs, value.endMs];
}

/** The spoken line as the audience reads it. */
export interface Surtitle {
  /** Its id. */
  line: string;
  /** The role's name as printed. */
  speaker: string;
  text: string;
  /** Performance time at which it became the current line. */
  sinceMs: number;
}

export function decodeSurtitle(wire: unknown): Surtitle {
  const members = asArray(wire, 4, "Surtitle");
  return {
    line: asString(members[0]),
    speaker: asString(members[1]),
    text: asString(members[2]),
    sinceMs: asNumber(members[3]),
  };
}

export function encodeSurtitle(value: Surtitle): unknown[] {
  return [value.line, value.speaker, value.text, value.sinceMs];
}

/** Who plays a role at this moment. */
export interface Player {
  /** The id in snapshots. */
  actor: number;
  /** The role's id. */
  role: string;
  /** The person's chosen name, or the bot's. */
  name: string;
  /** True for an understudy bot. */
  isBot: boolean;
  /** As the person chose it; null for who chose none, and for bots. */
  appearance: Appearance | null;
  /** The id of the costume that they wear in this role; null for the role's first one. */
  costume: string | null;
  /** In a recording: somebody who does not want to be recorded. Their body moves, and nothing else is shown of them. */
  isSilhouette: boolean;
}

export function decodePlayer(wire: unknown): Player {
  const members = asArray(wire, 4, "Player");
  return {
    actor: asNumber(members[0]),
    role: asString(members[1]),
    name: asString(members[2]),
    isBot: asBoolean(members[3]),
    appearance: optional(decodeAppearance)(members[4]),
    costume: optional(asString)(members[5]),
    isSilhouette: members.length > 6 ? asBoolean(members[6]) : false,
  };
}

export function encodePlayer(value: Player): unknown[] {
  return [value.actor, value.role, value.name, value.isBot, value.appearance === null ? null : encodeAppearance(value.appearance), value.costume, value.isSilhouette];
}

/** What an actor sends to the stage. */
export type IActorMessage =
  | { type: "ActorInputs"; value: ActorInputs }
  | { type: "EmoteRequest"; value: EmoteRequest }
  | { type: "SpeakLine"; value: SpeakLine }
  | { type: "ClockPing"; value: ClockPing }
  | { type: "VoiceFrame"; value: VoiceFrame }
  | { type: "LookAtRequest"; value: LookAtRequest }
  | { type: "PropRequest"; value: PropRequest };

export function decodeIActorMessage(wire: unknown): IActorMessage {
  const [tag, value] = asArray(wire, 2, "IActorMessage");
  switch (tag) {
    case 0:
      return { type: "ActorInputs", value: decodeActorInputs(value) };
    case 1:
      return { type: "EmoteRequest", value: decodeEmoteRequest(value) };
    case 2:
      return { type: "SpeakLine", value: decodeSpeakLine(value) };
    case 3:
      return { type: "ClockPing", value: decodeClockPing(value) };
    case 4:
      return { type: "VoiceFrame", value: decodeVoiceFrame(value) };
    case 5:
      return { type: "LookAtRequest", value: decodeLookAtRequest(value) };
    case 6:
      return { type: "PropRequest", value: decodePropRequest(value) };
    default:
      throw new TypeError(`IActorMessage: unknown tag ${String(tag)}`);
  }
}

export function encodeIActorMessage(message: IActorMessage): unknown[] {
  switch (message.type) {
    case "ActorInputs":
      return [0, encodeActorInputs(message.value)];
    case "EmoteRequest":
      return [1, encodeEmoteRequest(message.value)];
    case "SpeakLine":
      return [2, encodeSpeakLine(message.value)];
    case "ClockPing":
      return [3, encodeClockPing(message.value)];
    case "VoiceFrame":
      return [4, encodeVoiceFrame(message.value)];
    case "LookAtRequest":
      return [5, encodeLookAtRequest(message.value)];
    case "PropRequest":
      return [6, encodePropRequest(message.value)];
  }
}

/** What the stage sends to an actor. */
export type IStageMessage =
  | { type: "StageWelcome"; value: StageWelcome }
  | { type: "StageSnapshot"; value: StageSnapshot }
  | { type: "SceneChanged"; value: SceneChanged }
  | { type: "ClockPong"; value: ClockPong }
  | { type: "BlockingCall"; value: BlockingCall }
  | { type: "ActorCall"; value: ActorCall }
  | { type: "Dismissal"; value: Dismissal }
  | { type: "Prompt"; value: Prompt }
  | { type: "VoiceHeard"; value: VoiceHeard }
  | { type: "VoiceRefused"; value: VoiceRefused }
  | { type: "StageWarning"; value: StageWarning }
  | { type: "HouseMood"; value: HouseMood }
  | { type: "HouseSeats"; value: HouseSeats };

export function decodeIStageMessage(wire: unknown): IStageMessage {
  const [tag, value] = asArray(wire, 2, "IStageMessage");
  switch (tag) {
    case 0:
      return { type: "StageWelcome", value: decodeStageWelcome(value) };
    case 1:
      return { type: "StageSnapshot", value: decodeStageSnapshot(value) };
    case 2:
      return { type: "SceneChanged", value: decodeSceneChanged(value) };
    case 3:
      return { type: "ClockPong", value: decodeClockPong(value) };
    case 4:
      return { type: "BlockingCall", value: decodeBlockingCall(value) };
    case 5:
      return { type: "ActorCall", value: decodeActorCall(value) };
    case 6:
      return { type: "Dismissal", value: decodeDismissal(value) };
    case 7:
      return { type: "Prompt", value: decodePrompt(value) };
    case 8:
      return { type: "VoiceHeard", value: decodeVoiceHeard(value) };
    case 9:
      return { type: "VoiceRefused", value: decodeVoiceRefused(value) };
    case 12:
      return { type: "StageWarning", value: decodeStageWarning(value) };
    case 13:
      return { type: "HouseMood", value: decodeHouseMood(value) };
    case 14:
      return { type: "HouseSeats", value: decodeHouseSeats(value) };
    default:
      throw new TypeError(`IStageMessage: unknown tag ${String(tag)}`);
  }
}

export function encodeIStageMessage(message: IStageMessage): unknown[] {
  switch (message.type) {
    case "StageWelcome":
      return [0, encodeStageWelcome(message.value)];
    case "StageSnapshot":
      return [1, encodeStageSnapshot(message.value)];
    case "SceneChanged":
      return [2, encodeSceneChanged(message.value)];
    case "ClockPong":
      return [3, encodeClockPong(message.value)];
    case "BlockingCall":
      return [4, encodeBlockingCall(message.value)];
    case "ActorCall":
      return [5, encodeActorCall(message.value)];
    case "Dismissal":
      return [6, encodeDismissal(message.value)];
    case "Prompt":
      return [7, encodePrompt(message.value)];
    case "VoiceHeard":
      return [8, encodeVoiceHeard(message.value)];
    case "VoiceRefused":
      return [9, encodeVoiceRefused(message.value)];
    case "StageWarning":
      return [12, encodeStageWarning(message.value)];
    case "HouseMood":
      return [13, encodeHouseMood(message.value)];
    case "HouseSeats":
      return [14, encodeHouseSeats(message.value)];
  }
}

/** What a person may ask of a company. The ticket must have one of the scopes that stand with the command; "self" is what anybody of the company may do for themselves. Times are Unix milliseconds. */
export type ICompanyCommand =
  | { type: "GiveRole"; value: GiveRole }
  | { type: "TakeRoleBack"; value: TakeRoleBack }
  | { type: "SetCovers"; value: SetCovers }
  | { type: "CoverRole"; value: CoverRole }
  | { type: "UncoverRole"; value: UncoverRole }
  | { type: "SetDepartments"; value: SetDepartments }
  | { type: "RemoveMember"; value: RemoveMember }
  | { type: "OpenAudition"; value: OpenAudition }
  | { type: "CloseAudition"; value: CloseAudition }
  | { type: "ChooseSide"; value: ChooseSide }
  | { type: "CallToRead"; value: CallToRead }
  | { type: "EndReading"; value: EndReading }
  | { type: "OfferRole"; value: OfferRole }
  | { type: "WithdrawOffer"; value: WithdrawOffer }
  | { type: "ThankAuditionee"; value: ThankAuditionee }
  | { type: "AnswerOffer"; value: AnswerOffer }
  | { type: "LeaveAudition"; value: LeaveAudition }
  | { type: "MarkAttendance"; value: MarkAttendance }
  | { type: "SignIn"; value: SignIn }
  | { type: "GiveCall"; value: GiveCall }
  | { type: "AskReady"; value: AskReady }
  | { type: "AnswerReady"; value: AnswerReady }
  | { type: "GivePrompt"; value: GivePrompt }
  | { type: "SendMessage"; value: SendMessage }
  | { type: "NoteLine"; value: NoteLine }
  | { type: "TakeBackLineNote"; value: TakeBackLineNote }
  | { type: "SendDigests"; value: SendDigests }
  | { type: "SetMuted"; value: SetMuted }
  | { type: "SetFrozen"; value: SetFrozen }
  | { type: "MoveToWings"; value: MoveToWings }
  | { type: "Eject"; value: Eject }
  | { type: "Readmit"; value: Readmit }
  | { type: "Ban"; value: Ban }
  | { type: "LiftBan"; value: LiftBan }
  | { type: "LockStage"; value: LockStage }
  | { type: "SetCallingLine"; value: SetCallingLine }
  | { type: "ConsentToRecording"; value: ConsentToRecording }
  | { type: "SwitchRecording"; value: SwitchRecording };

export function decodeICompanyCommand(wire: unknown): ICompanyCommand {
  const [tag, value] = asArray(wire, 2, "ICompanyCommand");
  switch (tag) {
    case 0:
      return { type: "GiveRole", value: decodeGiveRole(value) };
    case 1:
      return { type: "TakeRoleBack", value: decodeTakeRoleBack(value) };
    case 2:
      return { type: "SetCovers", value: decodeSetCovers(value) };
    case 3:
      return { type: "CoverRole", value: decodeCoverRole(value) };
    case 4:
      return { type: "UncoverRole", value: decodeUncoverRole(value) };
    case 5:
      return { type: "SetDepartments", value: decodeSetDepartments(value) };
    case 6:
      return { type: "RemoveMember", value: decodeRemoveMember(value) };
    case 10:
      return { type: "OpenAudition", value: decodeOpenAudition(value) };
    case 11:
      return { type: "CloseAudition", value: decodeCloseAudition(value) };
    case 12:
      return { type: "ChooseSide", value: decodeChooseSide(value) };
    case 13:
      return { type: "CallToRead", value: decodeCallToRead(value) };
    case 14:
      return { type: "EndReading", value: decodeEndReading(value) };
    case 15:
      return { type: "OfferRole", value: decodeOfferRole(value) };
    case 16:
      return { type: "WithdrawOffer", value: decodeWithdrawOffer(value) };
    case 17:
      return { type: "ThankAuditionee", value: decodeThankAuditionee(value) };
    case 18:
      return { type: "AnswerOffer", value: decodeAnswerOffer(value) };
    case 19:
      return { type: "LeaveAudition", value: decodeLeaveAudition(value) };
    case 20:
      return { type: "MarkAttendance", value: decodeMarkAttendance(value) };
    case 21:
      return { type: "SignIn", value: decodeSignIn(value) };
    case 22:
      return { type: "GiveCall", value: decodeGiveCall(value) };
    case 23:
      return { type: "AskReady", value: decodeAskReady(value) };
    case 24:
      return { type: "AnswerReady", value: decodeAnswerReady(value) };
    case 30:
      return { type: "GivePrompt", value: decodeGivePrompt(value) };
    case 31:
      return { type: "SendMessage", value: decodeSendMessage(value) };
    case 32:
      return { type: "NoteLine", value: decodeNoteLine(value) };
    case 33:
      return { type: "TakeBackLineNote", value: decodeTakeBackLineNote(value) };
    case 34:
      return { type: "SendDigests", value: decodeSendDigests(value) };
    case 40:
      return { type: "SetMuted", value: decodeSetMuted(value) };
    case 41:
      return { type: "SetFrozen", value: decodeSetFrozen(value) };
    case 42:
      return { type: "MoveToWings", value: decodeMoveToWings(value) };
    case 43:
      return { type: "Eject", value: decodeEject(value) };
    case 44:
      return { type: "Readmit", value: decodeReadmit(value) };
    case 45:
      return { type: "Ban", value: decodeBan(value) };
    case 46:
      return { type: "LiftBan", value: decodeLiftBan(value) };
    case 47:
      return { type: "LockStage", value: decodeLockStage(value) };
    case 50:
      return { type: "SetCallingLine", value: decodeSetCallingLine(value) };
    case 60:
      return { type: "ConsentToRecording", value: decodeConsentToRecording(value) };
    case 61:
      return { type: "SwitchRecording", value: decodeSwitchRecording(value) };
    default:
      throw new TypeError(`ICompanyCommand: unknown tag ${String(tag)}`);
  }
}

export function encodeICompanyCommand(message: ICompanyCommand): unknown[] {
  switch (message.type) {
    case "GiveRole":
      return [0, encodeGiveRole(message.value)];
    case "TakeRoleBack":
      return [1, encodeTakeRoleBack(message.value)];
    case "SetCovers":
      return [2, encodeSetCovers(message.value)];
    case "CoverRole":
      return [3, encodeCoverRole(message.value)];
    case "UncoverRole":
      return [4, encodeUncoverRole(message.value)];
    case "SetDepartments":
      return [5, encodeSetDepartments(message.value)];
    case "RemoveMember":
      return [6, encodeRemoveMember(message.value)];
    case "OpenAudition":
      return [10, encodeOpenAudition(message.value)];
    case "CloseAudition":
      return [11, encodeCloseAudition(message.value)];
    case "ChooseSide":
      return [12, encodeChooseSide(message.value)];
    case "CallToRead":
      return [13, encodeCallToRead(message.value)];
    case "EndReading":
      return [14, encodeEndReading(message.value)];
    case "OfferRole":
      return [15, encodeOfferRole(message.value)];
    case "WithdrawOffer":
      return [16, encodeWithdrawOffer(message.value)];
    case "ThankAuditionee":
      return [17, encodeThankAuditionee(message.value)];
    case "AnswerOffer":
      return [18, encodeAnswerOffer(message.value)];
    case "LeaveAudition":
      return [19, encodeLeaveAudition(message.value)];
    case "MarkAttendance":
      return [20, encodeMarkAttendance(message.value)];
    case "SignIn":
      return [21, encodeSignIn(message.value)];
    case "GiveCall":
      return [22, encodeGiveCall(message.value)];
    case "AskReady":
      return [23, encodeAskReady(message.value)];
    case "AnswerReady":
      return [24, encodeAnswerReady(message.value)];
    case "GivePrompt":
      return [30, encodeGivePrompt(message.value)];
    case "SendMessage":
      return [31, encodeSendMessage(message.value)];
    case "NoteLine":
      return [32, encodeNoteLine(message.value)];
    case "TakeBackLineNote":
      return [33, encodeTakeBackLineNote(message.value)];
    case "SendDigests":
      return [34, encodeSendDigests(message.value)];
    case "SetMuted":
      return [40, encodeSetMuted(message.value)];
    case "SetFrozen":
      return [41, encodeSetFrozen(message.value)];
    case "MoveToWings":
      return [42, encodeMoveToWings(message.value)];
    case "Eject":
      return [43, encodeEject(message.value)];
    case "Readmit":
      return [44, encodeReadmit(message.value)];
    case "Ban":
      return [45, encodeBan(message.value)];
    case "LiftBan":
      return [46, encodeLiftBan(message.value)];
    case "LockStage":
      return [47, encodeLockStage(message.value)];
    case "SetCallingLine":
      return [50, encodeSetCallingLine(message.value)];
    case "ConsentToRecording":
      return [60, encodeConsentToRecording(message.value)];
    case "SwitchRecording":
      return [61, encodeSwitchRecording(message.value)];
  }
}

/** What a person (or the caller bot) may ask of a performance. */
export type IPerformanceCommand =
  | { type: "OpenHouse"; value: OpenHouse }
  | { type: "CallBeginners"; value: CallBeginners }
  | { type: "StartShow"; value: StartShow }
  | { type: "Hold"; value: Hold }
  | { type: "Resume"; value: Resume }
  | { type: "TakeInterval"; value: TakeInterval }
  | { type: "EndInterval"; value: EndInterval }
  | { type: "TakeCurtainCall"; value: TakeCurtainCall }
  | { type: "CloseShow"; value: CloseShow }
  | { type: "StandBy"; value: StandBy }
  | { type: "Go"; value: Go }
  | { type: "Panic"; value: Panic }
  | { type: "Advance"; value: Advance }
  | { type: "CastRole"; value: CastRole }
  | { type: "UncastRole"; value: UncastRole }
  | { type: "TakeCalling"; value: TakeCalling }
  | { type: "LeaveCalling"; value: LeaveCalling }
  | { type: "Warn"; value: Warn }
  | { type: "AcknowledgeStandby"; value: AcknowledgeStandby }
  | { type: "ReleaseStandby"; value: ReleaseStandby }
  | { type: "MovePlayhead"; value: MovePlayhead }
  | { type: "SkipCue"; value: SkipCue }
  | { type: "FireCue"; value: FireCue }
  | { type: "PauseCue"; value: PauseCue }
  | { type: "ResumeCue"; value: ResumeCue }
  | { type: "StopCue"; value: StopCue }
  | { type: "ArmCue"; value: ArmCue }
  | { type: "Back"; value: Back }
  | { type: "GoToCue"; value: GoToCue }
  | { type: "BeginRehearsal"; value: BeginRehearsal }
  | { type: "EndRehearsal"; value: EndRehearsal }
  | { type: "ResetShow"; value: ResetShow }
  | { type: "RehearseFrom"; value: RehearseFrom }
  | { type: "SetLoop"; value: SetLoop }
  | { type: "JumpToNextCue"; value: JumpToNextCue }
  | { type: "HandOverCalling"; value: HandOverCalling }
  | { type: "PassCalling"; value: PassCalling }
  | { type: "SetDoors"; value: SetDoors }
  | { type: "SetReactions"; value: SetReactions }
  | { type: "SetChat"; value: SetChat };

export function decodeIPerformanceCommand(wire: unknown): IPerformanceCommand {
  const [tag, value] = asArray(wire, 2, "IPerformanceCommand");
  switch (tag) {
    case 0:
      return { type: "OpenHouse", value: decodeOpenHouse(value) };
    case 1:
      return { type: "CallBeginners", value: decodeCallBeginners(value) };
    case 2:
      return { type: "StartShow", value: decodeStartShow(value) };
    case 3:
      return { type: "Hold", value: decodeHold(value) };
    case 4:
      return { type: "Resume", value: decodeResume(value) };
    case 5:
      return { type: "TakeInterval", value: decodeTakeInterval(value) };
    case 6:
      return { type: "EndInterval", value: decodeEndInterval(value) };
    case 7:
      return { type: "TakeCurtainCall", value: decodeTakeCurtainCall(value) };
    case 8:
      return { type: "CloseShow", value: decodeCloseShow(value) };
    case 9:
      return { type: "StandBy", value: decodeStandBy(value) };
    case 10:
      return { type: "Go", value: decodeGo(value) };
    case 11:
      return { type: "Panic", value: decodePanic(value) };
    case 12:
      return { type: "Advance", value: decodeAdvance(value) };
    case 13:
      return { type: "CastRole", value: decodeCastRole(value) };
    case 14:
      return { type: "UncastRole", value: decodeUncastRole(value) };
    case 15:
      return { type: "TakeCalling", value: decodeTakeCalling(value) };
    case 16:
      return { type: "LeaveCalling", value: decodeLeaveCalling(value) };
    case 17:
      return { type: "Warn", value: decodeWarn(value) };
    case 18:
      return { type: "AcknowledgeStandby", value: decodeAcknowledgeStandby(value) };
    case 19:
      return { type: "ReleaseStandby", value: decodeReleaseStandby(value) };
    case 20:
      return { type: "MovePlayhead", value: decodeMovePlayhead(value) };
    case 21:
      return { type: "SkipCue", value: decodeSkipCue(value) };
    case 22:
      return { type: "FireCue", value: decodeFireCue(value) };
    case 23:
      return { type: "PauseCue", value: decodePauseCue(value) };
    case 24:
      return { type: "ResumeCue", value: decodeResumeCue(value) };
    case 25:
      return { type: "StopCue", value: decodeStopCue(value) };
    case 26:
      return { type: "ArmCue", value: decodeArmCue(value) };
    case 27:
      return { type: "Back", value: decodeBack(value) };
    case 28:
      return { type: "GoToCue", value: decodeGoToCue(value) };
    case 29:
      return { type: "BeginRehearsal", value: decodeBeginRehearsal(value) };
    case 30:
      return { type: "EndRehearsal", value: decodeEndRehearsal(value) };
    case 31:
      return { type: "ResetShow", value: decodeResetShow(value) };
    case 32:
      return { type: "RehearseFrom", value: decodeRehearseFrom(value) };
    case 33:
      return { type: "SetLoop", value: decodeSetLoop(value) };
    case 34:
      return { type: "JumpToNextCue", value: decodeJumpToNextCue(value) };
    case 40:
      return { type: "HandOverCalling", value: decodeHandOverCalling(value) };
    case 41:
      return { type: "PassCalling", value: decodePassCalling(value) };
    case 42:
      return { type: "SetDoors", value: decodeSetDoors(value) };
    case 43:
      return { type: "SetReactions", value: decodeSetReactions(value) };
    case 44:
      return { type: "SetChat", value: decodeSetChat(value) };
    default:
      throw new TypeError(`IPerformanceCommand: unknown tag ${String(tag)}`);
  }
}

export function encodeIPerformanceCommand(message: IPerformanceCommand): unknown[] {
  switch (message.type) {
    case "OpenHouse":
      return [0, encodeOpenHouse(message.value)];
    case "CallBeginners":
      return [1, encodeCallBeginners(message.value)];
    case "StartShow":
      return [2, encodeStartShow(message.value)];
    case "Hold":
      return [3, encodeHold(message.value)];
    case "Resume":
      return [4, encodeResume(message.value)];
    case "TakeInterval":
      return [5, encodeTakeInterval(message.value)];
    case "EndInterval":
      return [6, encodeEndInterval(message.value)];
    case "TakeCurtainCall":
      return [7, encodeTakeCurtainCall(message.value)];
    case "CloseShow":
      return [8, encodeCloseShow(message.value)];
    case "StandBy":
      return [9, encodeStandBy(message.value)];
    case "Go":
      return [10, encodeGo(message.value)];
    case "Panic":
      return [11, encodePanic(message.value)];
    case "Advance":
      return [12, encodeAdvance(message.value)];
    case "CastRole":
      return [13, encodeCastRole(message.value)];
    case "UncastRole":
      return [14, encodeUncastRole(message.value)];
    case "TakeCalling":
      return [15, encodeTakeCalling(message.value)];
    case "LeaveCalling":
      return [16, encodeLeaveCalling(message.value)];
    case "Warn":
      return [17, encodeWarn(message.value)];
    case "AcknowledgeStandby":
      return [18, encodeAcknowledgeStandby(message.value)];
    case "ReleaseStandby":
      return [19, encodeReleaseStandby(message.value)];
    case "MovePlayhead":
      return [20, encodeMovePlayhead(message.value)];
    case "SkipCue":
      return [21, encodeSkipCue(message.value)];
    case "FireCue":
      return [22, encodeFireCue(message.value)];
    case "PauseCue":
      return [23, encodePauseCue(message.value)];
    case "ResumeCue":
      return [24, encodeResumeCue(message.value)];
    case "StopCue":
      return [25, encodeStopCue(message.value)];
    case "ArmCue":
      return [26, encodeArmCue(message.value)];
    case "Back":
      return [27, encodeBack(message.value)];
    case "GoToCue":
      return [28, encodeGoToCue(message.value)];
    case "BeginRehearsal":
      return [29, encodeBeginRehearsal(message.value)];
    case "EndRehearsal":
      return [30, encodeEndRehearsal(message.value)];
    case "ResetShow":
      return [31, encodeResetShow(message.value)];
    case "RehearseFrom":
      return [32, encodeRehearseFrom(message.value)];
    case "SetLoop":
      return [33, encodeSetLoop(message.value)];
    case "JumpToNextCue":
      return [34, encodeJumpToNextCue(message.value)];
    case "HandOverCalling":
      return [40, encodeHandOverCalling(message.value)];
    case "PassCalling":
      return [41, encodePassCalling(message.value)];
    case "SetDoors":
      return [42, encodeSetDoors(message.value)];
    case "SetReactions":
      return [43, encodeSetReactions(message.value)];
    case "SetChat":
      return [44, encodeSetChat(message.value)];
  }
}

/** What is told of the chat, in order. Whoever comes in, or back, is told first whether it is open, and then the last lines. */
export type IChatMessage =
  | { type: "ChatOpen"; value: ChatOpen }
  | { type: "ChatLine"; value: ChatLine }
  | { type: "ChatRemoved"; value: ChatRemoved }
  | { type: "ChatCleared"; value: ChatCleared }
  | { type: "ChatRefused"; value: ChatRefused }
  | { type: "ChatMuted"; value: ChatMuted };

export function decodeIChatMessage(wire: unknown): IChatMessage {
  const [tag, value] = asArray(wire, 2, "IChatMessage");
  switch (tag) {
    case 0:
      return { type: "ChatOpen", value: decodeChatOpen(value) };
    case 1:
      return { type: "ChatLine", value: decodeChatLine(value) };
    case 2:
      return { type: "ChatRemoved", value: decodeChatRemoved(value) };
    case 3:
      return { type: "ChatCleared", value: decodeChatCleared(value) };
    case 4:
      return { type: "ChatRefused", value: decodeChatRefused(value) };
    case 5:
      return { type: "ChatMuted", value: decodeChatMuted(value) };
    default:
      throw new TypeError(`IChatMessage: unknown tag ${String(tag)}`);
  }
}

export function encodeIChatMessage(message: IChatMessage): unknown[] {
  switch (message.type) {
    case "ChatOpen":
      return [0, encodeChatOpen(message.value)];
    case "ChatLine":
      return [1, encodeChatLine(message.value)];
    case "ChatRemoved":
      return [2, encodeChatRemoved(message.value)];
    case "ChatCleared":
      return [3, encodeChatCleared(message.value)];
    case "ChatRefused":
      return [4, encodeChatRefused(message.value)];
    case "ChatMuted":
      return [5, encodeChatMuted(message.value)];
  }
}

/** What somebody asks of the chat. All but a post needs scope moderate. */
export type IChatRequest =
  | { type: "ChatPost"; value: ChatPost }
  | { type: "ChatRemove"; value: ChatRemove }
  | { type: "ChatMute"; value: ChatMute }
  | { type: "ChatClear"; value: ChatClear };

export function decodeIChatRequest(wire: unknown): IChatRequest {
  const [tag, value] = asArray(wire, 2, "IChatRequest");
  switch (tag) {
    case 0:
      return { type: "ChatPost", value: decodeChatPost(value) };
    case 1:
      return { type: "ChatRemove", value: decodeChatRemove(value) };
    case 2:
      return { type: "ChatMute", value: decodeChatMute(value) };
    case 3:
      return { type: "ChatClear", value: decodeChatClear(value) };
    default:
      throw new TypeError(`IChatRequest: unknown tag ${String(tag)}`);
  }
}

export function encodeIChatRequest(message: IChatRequest): unknown[] {
  switch (message.type) {
    case "ChatPost":
      return [0, encodeChatPost(message.value)];
    case "ChatRemove":
      return [1, encodeChatRemove(message.value)];
    case "ChatMute":
      return [2, encodeChatMute(message.value)];
    case "ChatClear":
      return [3, encodeChatClear(message.value)];
  }
}

/** What a spectator sends. */
export type ISpectatorMessage =
  | { type: "HouseAck"; value: HouseAck }
  | { type: "HouseReaction"; value: HouseReaction }
  | { type: "SeatWish"; value: SeatWish };

export function decodeISpectatorMessage(wire: unknown): ISpectatorMessage {
  const [tag, value] = asArray(wire, 2, "ISpectatorMessage");
  switch (tag) {
    case 0:
      return { type: "HouseAck", value: decodeHouseAck(value) };
    case 1:
      return { type: "HouseReaction", value: decodeHouseReaction(value) };
    case 2:
      return { type: "SeatWish", value: decodeSeatWish(value) };
    default:
      throw new TypeError(`ISpectatorMessage: unknown tag ${String(tag)}`);
  }
}

export function encodeISpectatorMessage(message: ISpectatorMessage): unknown[] {
  switch (message.type) {
    case "HouseAck":
      return [0, encodeHouseAck(message.value)];
    case "HouseReaction":
      return [1, encodeHouseReaction(message.value)];
    case "SeatWish":
      return [2, encodeSeatWish(message.value)];
  }
}

/** What a performer's page, or a camera in its stead, sends to the theatre. */
export type IPerformerMessage =
  | { type: "CameraFrame"; value: CameraFrame }
  | { type: "PlateStart"; value: PlateStart }
  | { type: "PlateGiven"; value: PlateGiven }
  | { type: "Showing"; value: Showing }
  | { type: "VoiceFrame"; value: VoiceFrame }
  | { type: "Appearing"; value: Appearing };

export function decodeIPerformerMessage(wire: unknown): IPerformerMessage {
  const [tag, value] = asArray(wire, 2, "IPerformerMessage");
  switch (tag) {
    case 0:
      return { type: "CameraFrame", value: decodeCameraFrame(value) };
    case 1:
      return { type: "PlateStart", value: decodePlateStart(value) };
    case 2:
      return { type: "PlateGiven", value: decodePlateGiven(value) };
    case 3:
      return { type: "Showing", value: decodeShowing(value) };
    case 4:
      return { type: "VoiceFrame", value: decodeVoiceFrame(value) };
    case 5:
      return { type: "Appearing", value: decodeAppearing(value) };
    default:
      throw new TypeError(`IPerformerMessage: unknown tag ${String(tag)}`);
  }
}

export function encodeIPerformerMessage(message: IPerformerMessage): unknown[] {
  switch (message.type) {
    case "CameraFrame":
      return [0, encodeCameraFrame(message.value)];
    case "PlateStart":
      return [1, encodePlateStart(message.value)];
    case "PlateGiven":
      return [2, encodePlateGiven(message.value)];
    case "Showing":
      return [3, encodeShowing(message.value)];
    case "VoiceFrame":
      return [4, encodeVoiceFrame(message.value)];
    case "Appearing":
      return [5, encodeAppearing(message.value)];
  }
}

/** What the theatre answers a performer. */
export type IPerformerReply =
  | { type: "PlateProgress"; value: PlateProgress }
  | { type: "PlateJudged"; value: PlateJudged }
  | { type: "OwnMatte"; value: OwnMatte }
  | { type: "PerformerTold"; value: PerformerTold }
  | { type: "VoiceRefused"; value: VoiceRefused }
  | { type: "MattingReport"; value: MattingReport };

export function decodeIPerformerReply(wire: unknown): IPerformerReply {
  const [tag, value] = asArray(wire, 2, "IPerformerReply");
  switch (tag) {
    case 0:
      return { type: "PlateProgress", value: decodePlateProgress(value) };
    case 1:
      return { type: "PlateJudged", value: decodePlateJudged(value) };
    case 2:
      return { type: "OwnMatte", value: decodeOwnMatte(value) };
    case 3:
      return { type: "PerformerTold", value: decodePerformerTold(value) };
    case 4:
      return { type: "VoiceRefused", value: decodeVoiceRefused(value) };
    case 5:
      return { type: "MattingReport", value: decodeMattingReport(value) };
    default:
      throw new TypeError(`IPerformerReply: unknown tag ${String(tag)}`);
  }
}

export function encodeIPerformerReply(message: IPerformerReply): unknown[] {
  switch (message.type) {
    case "PlateProgress":
      return [0, encodePlateProgress(message.value)];
    case "PlateJudged":
      return [1, encodePlateJudged(message.value)];
    case "OwnMatte":
      return [2, encodeOwnMatte(message.value)];
    case "PerformerTold":
      return [3, encodePerformerTold(message.value)];
    case "VoiceRefused":
      return [4, encodeVoiceRefused(message.value)];
    case "MattingReport":
      return [5, encodeMattingReport(message.value)];
  }
}

/** What everybody who looks at the stage is sent of the performers' pictures. */
export type IPictureMessage =
  | { type: "HousePicture"; value: HousePicture }
  | { type: "PerformerGone"; value: PerformerGone }
  | { type: "HouseVideo"; value: HouseVideo };

export function decodeIPictureMessage(wire: unknown): IPictureMessage {
  const [tag, value] = asArray(wire, 2, "IPictureMessage");
  switch (tag) {
    case 0:
      return { type: "HousePicture", value: decodeHousePicture(value) };
    case 1:
      return { type: "PerformerGone", value: decodePerformerGone(value) };
    case 2:
      return { type: "HouseVideo", value: decodeHouseVideo(value) };
    default:
      throw new TypeError(`IPictureMessage: unknown tag ${String(tag)}`);
  }
}

export function encodeIPictureMessage(message: IPictureMessage): unknown[] {
  switch (message.type) {
    case "HousePicture":
      return [0, encodeHousePicture(message.value)];
    case "PerformerGone":
      return [1, encodePerformerGone(message.value)];
    case "HouseVideo":
      return [2, encodeHouseVideo(message.value)];
  }
}

/** What a person may ask of a production's document. */
export type IProductionCommand =
  | { type: "EditProduction"; value: EditProduction }
  | { type: "UndoEdit"; value: UndoEdit }
  | { type: "RedoEdit"; value: RedoEdit }
  | { type: "LockSheet"; value: LockSheet }
  | { type: "UnlockSheet"; value: UnlockSheet };

export function decodeIProductionCommand(wire: unknown): IProductionCommand {
  const [tag, value] = asArray(wire, 2, "IProductionCommand");
  switch (tag) {
    case 0:
      return { type: "EditProduction", value: decodeEditProduction(value) };
    case 1:
      return { type: "UndoEdit", value: decodeUndoEdit(value) };
    case 2:
      return { type: "RedoEdit", value: decodeRedoEdit(value) };
    case 3:
      return { type: "LockSheet", value: decodeLockSheet(value) };
    case 4:
      return { type: "UnlockSheet", value: decodeUnlockSheet(value) };
    default:
      throw new TypeError(`IProductionCommand: unknown tag ${String(tag)}`);
  }
}

export function encodeIProductionCommand(message: IProductionCommand): unknown[] {
  switch (message.type) {
    case "EditProduction":
      return [0, encodeEditProduction(message.value)];
    case "UndoEdit":
      return [1, encodeUndoEdit(message.value)];
    case "RedoEdit":
      return [2, encodeRedoEdit(message.value)];
    case "LockSheet":
      return [3, encodeLockSheet(message.value)];
    case "UnlockSheet":
      return [4, encodeUnlockSheet(message.value)];
  }
}

/** One change of a production's document. Values are JSON with the keys of production.yaml. */
export type IProductionEdit =
  | { type: "PutEntry"; value: PutEntry }
  | { type: "RemoveEntry"; value: RemoveEntry }
  | { type: "RenameEntry"; value: RenameEntry }
  | { type: "SetValue"; value: SetValue }
  | { type: "InsertCue"; value: InsertCue }
  | { type: "ChangeCue"; value: ChangeCue }
  | { type: "MoveCue"; value: MoveCue }
  | { type: "RemoveCue"; value: RemoveCue }
  | { type: "RenumberCues"; value: RenumberCues };

export function decodeIProductionEdit(wire: unknown): IProductionEdit {
  const [tag, value] = asArray(wire, 2, "IProductionEdit");
  switch (tag) {
    case 0:
      return { type: "PutEntry", value: decodePutEntry(value) };
    case 1:
      return { type: "RemoveEntry", value: decodeRemoveEntry(value) };
    case 2:
      return { type: "RenameEntry", value: decodeRenameEntry(value) };
    case 3:
      return { type: "SetValue", value: decodeSetValue(value) };
    case 4:
      return { type: "InsertCue", value: decodeInsertCue(value) };
    case 5:
      return { type: "ChangeCue", value: decodeChangeCue(value) };
    case 6:
      return { type: "MoveCue", value: decodeMoveCue(value) };
    case 7:
      return { type: "RemoveCue", value: decodeRemoveCue(value) };
    case 8:
      return { type: "RenumberCues", value: decodeRenumberCues(value) };
    default:
      throw new TypeError(`IProductionEdit: unknown tag ${String(tag)}`);
  }
}

export function encodeIProductionEdit(message: IProductionEdit): unknown[] {
  switch (message.type) {
    case "PutEntry":
      return [0, encodePutEntry(message.value)];
    case "RemoveEntry":
      return [1, encodeRemoveEntry(message.value)];
    case "RenameEntry":
      return [2, encodeRenameEntry(message.value)];
    case "SetValue":
      return [3, encodeSetValue(message.value)];
    case "InsertCue":
      return [4, encodeInsertCue(message.value)];
    case "ChangeCue":
      return [5, encodeChangeCue(message.value)];
    case "MoveCue":
      return [6, encodeMoveCue(message.value)];
    case "RemoveCue":
      return [7, encodeRemoveCue(message.value)];
    case "RenumberCues":
      return [8, encodeRenumberCues(message.value)];
  }
}

/** What a page of the company may call: the console, an actor's stage door, an auditionee's page. Needs a ticket with any operator's scope, act, perform or audition. */
export interface ICompanyHub {
  /** Follows the company in a performance from now on and gives it as the caller may see it. */
  follow(performance: string): Promise<CompanyView>;
  /** Sends a command. The scope that it needs depends on the command. */
  send(performance: string, envelope: CompanyEnvelope): Promise<CommandAnswer>;
  /** Messages to the caller, to their departments and from them, after a number; 0 for all that are kept. */
  messages(performance: string, after: number): Promise<CompanyMessage[]>;
}

/** Calls ICompanyHub by SignalR's invoke. */
export function companyHub(invoke: (method: string, ...args: unknown[]) => Promise<unknown>): ICompanyHub {
  return {
    follow: async (performance) => decodeCompanyView(await invoke("Follow", performance)),
    send: async (performance, envelope) => decodeCommandAnswer(await invoke("Send", performance, encodeCompanyEnvelope(envelope))),
    messages: async (performance, after) => list(decodeCompanyMessage)(await invoke("Messages", performance, after)),
  };
}

/** What the hub tells a page. */
export interface ICompanyClient {
  /** The followed company changed. */
  changed(view: CompanyView): void;
  /** Something was said to the reader, to one of their departments, to everybody, or by the reader. */
  told(message: CompanyMessage): void;
}

/** Takes what the hub sends by SignalR's on. */
export function onCompanyClient(on: (method: string, handler: (...args: unknown[]) => void) => void, client: ICompanyClient): void {
  on("Changed", (view) => client.changed(decodeCompanyView(view)));
  on("Told", (message) => client.told(decodeCompanyMessage(message)));
}

/** What a console (or the caller bot) may call on the hub. */
export interface IDirectorsHub {
  /** Follows a performance from now on and gives its state. Needs any operator's scope. */
  follow(performance: string): Promise<PerformanceView>;
  /** Sends a command to the followed performance. The scope that it needs depends on the command. */
  send(performance: string, envelope: CommandEnvelope): Promise<CommandAnswer>;
  /** Tells the performance time: by the answer a console sets its clock, and by the lack of one it knows that the line is down. */
  ping(performance: string, ping: ClockPing): Promise<ClockPong>;
  /** Follows a production's document from now on and tells where it is. Needs any operator's scope. */
  followProduction(production: string): Promise<ProductionView>;
  /** Sends a command to a production. Needs the scope to edit. */
  sendProduction(production: string, envelope: ProductionEnvelope): Promise<ProductionAnswer>;
}

/** Calls IDirectorsHub by SignalR's invoke. */
export function directorsHub(invoke: (method: string, ...args: unknown[]) => Promise<unknown>): IDirectorsHub {
  return {
    follow: async (performance) => decodePerformanceView(await invoke("Follow", performance)),
    send: async (performance, envelope) => decodeCommandAnswer(await invoke("Send", performance, encodeCommandEnvelope(envelope))),
    ping: async (performance, ping) => decodeClockPong(await invoke("Ping", performance, encodeClockPing(ping))),
    followProduction: async (production) => decodeProductionView(await invoke("FollowProduction", production)),
    sendProduction: async (production, envelope) => decodeProductionAnswer(await invoke("SendProduction", production, encodeProductionEnvelope(envelope))),
  };
}

/** What the hub tells a console. */
export interface IDirectorsClient {
  /** The followed performance changed. */
  changed(view: PerformanceView): void;
  /** The followed production changed. */
  productionChanged(view: ProductionView): void;
}

/** Takes what the hub sends by SignalR's on. */
export function onDirectorsClient(on: (method: string, handler: (...args: unknown[]) => void) => void, client: IDirectorsClient): void {
  on("Changed", (view) => client.changed(decodePerformanceView(view)));
  on("ProductionChanged", (view) => client.productionChanged(decodeProductionView(view)));
}

