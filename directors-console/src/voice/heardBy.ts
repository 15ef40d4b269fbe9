import { VoiceChannel } from "../contracts/contracts";
import { channelName } from "./channels";

export interface Speaking {
  isOpen: boolean;
  isTalking: boolean;
  channel: VoiceChannel;
  isMuted: boolean;
  isFrozen: boolean;
  /** What the theatre said of what is said now. */
  refusal: string | null;
}

/** Who hears somebody at this moment, in words; nobody, and why. */
export function heardBy({ isOpen, isTalking, channel, isMuted, isFrozen, refusal }: Speaking): { by: string; why: string | null } {
  const name = channelName(channel);
  const nobody = (why: string) => ({ by: "nobody", why });
  if (!isOpen) return nobody("your microphone is off");
  if (isMuted) return nobody("muted by the stage manager");
  if (isFrozen) return nobody("frozen by the stage manager");
  if (refusal !== null) return nobody(refusal);
  if (!isTalking) return nobody(`hold to talk to ${name}`);
  return { by: channel === VoiceChannel.Stage ? name : `${name}, backstage`, why: null };
}
