import { MicIcon, MicOffIcon } from "lucide-react";
import { useId } from "react";
import { memberOf } from "../company/Company";
import { VoiceChannel, type CompanyView } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { channelName, talkChannels } from "./channels";
import { heardBy } from "./heardBy";
import { LevelMeter } from "./LevelMeter";
import type { Talk } from "./Talk";
import { useTalkKey } from "./useTalkKey";

interface Props {
  talk: Talk;
  company: CompanyView | null;
  /** False for who is not on the stage: they talk backstage alone. */
  onStage?: boolean;
}

/** The own microphone: who hears it, and how to be heard. */
export function TalkPanel({ talk, company, onStage = true }: Props) {
  const microphone = useStore(talk.microphone.state);
  const reason = useStore(talk.microphone.reason);
  const canSend = useStore(talk.canSend);
  const isOn = microphone === "on";
  useTalkKey(talk, isOn);
  return (
    <section className="talk" aria-label="Your voice">
      {isOn ? (
        <Controls talk={talk} company={company} onStage={onStage} />
      ) : (
        <button type="button" className="button is-small" disabled={microphone === "asking" || canSend === false} onClick={() => void talk.start()}>
          <MicIcon size={15} aria-hidden="true" /> {microphone === "asking" ? "Asking for the microphone …" : "Microphone on"}
        </button>
      )}
      <HeardBy talk={talk} company={company} />
      {canSend === false && <p role="alert">Your voice cannot be sent from this browser: it has no encoder for Opus. You hear the others all the same.</p>}
      {microphone === "refused" && <p role="alert">There is no microphone: {reason}.</p>}
    </section>
  );
}

function Controls({ talk, company, onStage }: Required<Props>) {
  const channel = useStore(talk.channel);
  const mode = useStore(talk.mode);
  const isHeld = useStore(talk.isHeld);
  const select = useId();
  const channels = [...(onStage ? [VoiceChannel.Stage] : []), ...talkChannels(company)];
  return (
    <>
      <button
        type="button"
        className="button is-small talk-button"
        aria-pressed={isHeld || mode === "open"}
        disabled={mode === "open"}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          talk.isHeld.set(true);
        }}
        onLostPointerCapture={() => talk.isHeld.set(false)}
        onContextMenu={(event) => event.preventDefault()}
      >
        <MicIcon size={15} aria-hidden="true" /> Hold to talk <kbd>V</kbd>
      </button>
      <label className="check">
        <input type="checkbox" checked={mode === "open"} onChange={(event) => talk.mode.set(event.target.checked ? "open" : "held")} /> Open microphone
      </label>
      {channels.length > 1 && (
        <label htmlFor={select} className="talk-to">
          To{" "}
          <select id={select} value={channel} onChange={(event) => talk.channel.set(Number(event.target.value) as VoiceChannel)}>
            {channels.map((one) => (
              <option key={one} value={one}>
                {channelName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <LevelMeter microphone={talk.microphone} />
      <button type="button" className="button is-small" onClick={() => talk.stop()}>
        <MicOffIcon size={15} aria-hidden="true" /> Microphone off
      </button>
    </>
  );
}

function HeardBy({ talk, company }: { talk: Talk; company: CompanyView | null }) {
  const isOpen = useStore(talk.microphone.state) === "on";
  const isHeld = useStore(talk.isHeld);
  const mode = useStore(talk.mode);
  const me = company && memberOf(company, company.me);
  const { by, why } = heardBy({
    isOpen,
    isTalking: isOpen && (isHeld || mode === "open"),
    channel: useStore(talk.channel),
    isMuted: me?.muted ?? false,
    isFrozen: me?.frozen ?? false,
    refusal: useStore(talk.refusal),
  });
  return (
    <p role="status" aria-label="Who hears you" data-heard={why === null}>
      {why === null ? <MicIcon size={15} aria-hidden="true" /> : <MicOffIcon size={15} aria-hidden="true" />} You are heard by: <strong>{by}</strong>
      {why !== null && ` (${why})`}
    </p>
  );
}
