import { AddressKind, Attendance, AuditionStep, CompanyCall, CueLightState, LineNoteKind, ReadyCheck, ReadyState, RecordingState } from "../contracts/contracts";

export const attendanceName: Record<Attendance, string> = {
  [Attendance.Expected]: "expected",
  [Attendance.SignedIn]: "signed in",
  [Attendance.Late]: "late",
  [Attendance.Absent]: "absent",
};

export const callName: Record<CompanyCall, string> = {
  [CompanyCall.Half]: "The half",
  [CompanyCall.Quarter]: "The quarter",
  [CompanyCall.Five]: "The five",
  [CompanyCall.Beginners]: "Beginners",
};

export const callMeaning: Record<CompanyCall, string> = {
  [CompanyCall.Half]: "35 minutes before the curtain: everybody must be there",
  [CompanyCall.Quarter]: "20 minutes before the curtain",
  [CompanyCall.Five]: "10 minutes before the curtain",
  [CompanyCall.Beginners]: "5 minutes before the curtain: who begins goes to the stage",
};

export const checkName: Record<ReadyCheck, string> = {
  [ReadyCheck.Connection]: "Connection",
  [ReadyCheck.Microphone]: "Microphone",
  [ReadyCheck.Camera]: "Camera",
};

export const readyName: Record<ReadyState, string> = {
  [ReadyState.Unknown]: "not checked",
  [ReadyState.Ready]: "ready",
  [ReadyState.Poor]: "poor",
  [ReadyState.Failed]: "failed",
  [ReadyState.NotUsed]: "not used",
};

export const stepName: Record<AuditionStep, string> = {
  [AuditionStep.Waiting]: "waiting",
  [AuditionStep.Reading]: "reading now",
  [AuditionStep.Read]: "has read",
  [AuditionStep.Offered]: "offered a role",
  [AuditionStep.Accepted]: "accepted",
  [AuditionStep.Declined]: "declined",
  [AuditionStep.Thanked]: "thanked",
  [AuditionStep.Left]: "left",
};

export const noteName: Record<LineNoteKind, string> = {
  [LineNoteKind.Dropped]: "dropped",
  [LineNoteKind.Paraphrased]: "paraphrased",
  [LineNoteKind.CalledFor]: "called for",
};

export const lightName: Record<CueLightState, string> = {
  [CueLightState.Off]: "off",
  [CueLightState.Warn]: "warned",
  [CueLightState.Standby]: "standby",
  [CueLightState.Go]: "GO",
};

/** "Stage management" rather than "StageManagement". */
export const departmentName = (name: string): string => name.replace(/(?<=[a-z])([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`);

export const addressKindName: Record<AddressKind, string> = {
  [AddressKind.Person]: "a person",
  [AddressKind.Department]: "a department",
  [AddressKind.Everybody]: "everybody",
};

/** 19:05. */
export const timeOfDay = (ms: number): string => new Date(ms).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });

/** 3 Dec, 19:05. */
export const dayAndTime = (ms: number): string => new Date(ms).toLocaleString([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false });

/** A word for each state of the recording, for styles. */
export const recordingStateName: Record<RecordingState, string> = {
  [RecordingState.Off]: "off",
  [RecordingState.Ready]: "ready",
  [RecordingState.On]: "on",
  [RecordingState.Paused]: "paused",
  [RecordingState.Failing]: "failing",
};
