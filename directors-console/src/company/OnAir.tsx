import { CircleDotIcon, CirclePauseIcon, RadioIcon, TriangleAlertIcon } from "lucide-react";
import { RecordingState, type CompanyView } from "../contracts/contracts";
import { CommandButton } from "./CommandButton";
import { memberOf } from "./Company";
import { recordingStateName } from "./words";

/** The on-air sign: whether this performance is being recorded, in words. */
export function OnAirSign({ company }: { company: CompanyView | null }) {
  const state = company?.recording.state ?? RecordingState.Off;
  const isBroadcast = typeof company?.recording.broadcast === "string";
  const sign = isBroadcast ? onAir : signs[state];
  const isRecorded = company ? (memberOf(company, company.me)?.recorded ?? false) : false;
  return (
    <p role="status" aria-label="On air" className="on-air" data-state={recordingStateName[state]} data-broadcast={isBroadcast}>
      {sign && (
        <>
          <sign.icon size={16} aria-hidden="true" /> <strong>{sign.word}</strong>{" "}
          <span>{sign.words(isRecorded)}</span>
        </>
      )}
    </p>
  );
}

/** Whether the reader is in recordings as they are; nobody is who did not say so. */
export function RecordingConsent({ company }: { company: CompanyView }) {
  const isRecorded = memberOf(company, company.me)?.recorded ?? false;
  return (
    <section className="card" aria-labelledby="recording-consent">
      <h2 id="recording-consent">Recordings</h2>
      <p role="status" aria-label="Recordings of you">
        {isRecorded
          ? "You are recorded as you are on the stage, and so you are broadcast: with your name, your look, your voice, and your camera's picture."
          : "You are not recorded as you are: in recordings and broadcasts your body is a grey silhouette without a name, your voice is left out, and pictures of your camera are not kept."}
      </p>
      <div className="door-actions">
        <CommandButton what={isRecorded ? "Do not record me any more" : "Record me as I am"} command={{ type: "ConsentToRecording", value: { consents: !isRecorded } }} className="button" />
      </div>
      <p className="faint">It holds from now on, in every performance of this production, until you say otherwise. What was recorded before stays as it is.</p>
    </section>
  );
}

const onAir = { word: "ON AIR", icon: RadioIcon, words: (is: boolean) => `This performance is broadcast and recorded; ${you(is)}.` };

const signs: Partial<Record<RecordingState, { word: string; icon: typeof CircleDotIcon; words(isRecorded: boolean): string }>> = {
  [RecordingState.Ready]: { word: "RECORDING LATER", icon: CircleDotIcon, words: (is) => `This performance is recorded from when the doors open; ${you(is)}.` },
  [RecordingState.On]: { word: "RECORDING", icon: CircleDotIcon, words: (is) => `This performance is being recorded; ${you(is)}.` },
  [RecordingState.Paused]: { word: "NOT RECORDING", icon: CirclePauseIcon, words: () => "The prompt corner has the recording paused." },
  [RecordingState.Failing]: { word: "NOT RECORDING", icon: TriangleAlertIcon, words: (is) => `The recording fails at the moment, and may go on at any time; ${you(is)}.` },
};

const you = (isRecorded: boolean): string => (isRecorded ? "you are in it as you are" : "you are in it as a silhouette, without name and voice");
