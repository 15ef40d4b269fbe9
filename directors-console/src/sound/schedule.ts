import type { SoundInfo, SoundStart } from "../contracts/contracts";

/** A sound as it is to be heard: performance time in milliseconds, gain as a factor. */
export interface Part {
  id: number;
  sound: string;
  hash: string;
  /** Where its file begins; before it nothing is heard. */
  fromMs: number;
  /** From here on nothing is heard: its end, its stop, or its pause. */
  untilMs: number;
  /** How long its file is; it goes round after that when it loops. */
  fileMs: number;
  loop: boolean;
  gain: number;
  /** When it fades out; null when it does not. */
  fade: { fromMs: number; toMs: number } | null;
}

/** What is heard of a part at a moment. */
export interface Sounding {
  /** Where in the file. */
  offsetMs: number;
  gain: number;
}

const mostDecibels = 12;

/** A gain in decibels as a factor; nothing that a production says makes it painful. */
export const factorOf = (decibels: number): number => 10 ** (Math.min(decibels, mostDecibels) / 20);

/** How a sound that was started is to be heard; null when it exists in words only. */
export function partOf(start: SoundStart, info: SoundInfo, fileMs: number): Part | null {
  if (info.hash === null) return null;
  const ends = [
    start.durationMs > 0 ? start.startMs + start.durationMs : Infinity,
    info.loop ? Infinity : start.startMs + fileMs,
    start.stopMs === null ? Infinity : start.stopMs + start.fadeMs,
    start.heldAtMs ?? Infinity,
  ];
  const fade = start.stopMs === null || start.fadeMs <= 0 ? null : { fromMs: start.stopMs, toMs: start.stopMs + start.fadeMs };
  return { id: start.id, sound: start.sound, hash: info.hash, fromMs: start.startMs, untilMs: Math.min(...ends), fileMs, loop: info.loop, gain: factorOf(info.gain), fade };
}

/** What is heard of a part at a performance time; null when nothing is. */
export function soundingAt(part: Part, timeMs: number): Sounding | null {
  if (timeMs < part.fromMs || timeMs >= part.untilMs || part.fileMs <= 0) return null;
  const playedMs = timeMs - part.fromMs;
  return { offsetMs: part.loop ? playedMs % part.fileMs : playedMs, gain: gainAt(part, timeMs) };
}

/** How loud a part is at a performance time, if it sounds then. */
export function gainAt({ gain, fade }: Part, timeMs: number): number {
  if (!fade || timeMs <= fade.fromMs) return gain;
  return gain * Math.max(0, (fade.toMs - timeMs) / (fade.toMs - fade.fromMs));
}

/** True when both are the same stretch of the same file, so that what sounds goes on with another end or fade. */
export const isSameStretch = (one: Part, other: Part): boolean => one.id === other.id && one.hash === other.hash && one.fromMs === other.fromMs && one.loop === other.loop;
