import type { CaptionText, CaptionTrack, StagePlan, Surtitle } from "../../contracts/contracts";

/** A text and the language that it is in, for fonts, hyphens and the voice that reads it aloud. */
export interface Said {
  text: string;
  language: string;
}

const found = (texts: readonly CaptionText[] | undefined, id: string) => texts?.find((one) => one.id === id)?.text;

/** What the play is in; plans from before it was told are of plays in English. */
export const spokenIn = (plan: Pick<StagePlan, "language"> | null): string => plan?.language ?? "en";

/** A line in the language of a track, or as it is spoken where it is not translated. */
export function lineIn(track: CaptionTrack | null, surtitle: Pick<Surtitle, "line" | "text">, plan: Pick<StagePlan, "language"> | null): Said {
  const text = found(track?.lines, surtitle.line);
  return track && text !== undefined ? { text, language: track.language } : { text: surtitle.text, language: spokenIn(plan) };
}

/** Who speaks: one role or several, each by its name in the track's language. */
export function speakerIn(track: CaptionTrack | null, speaker: string, plan: Pick<StagePlan, "roles" | "language"> | null): Said {
  const names = speaker.split(" & ").map((name) => found(track?.roles, plan?.roles.find((role) => role.name === name)?.id ?? ""));
  const isWhole = track !== null && names.every((name) => name !== undefined);
  return isWhole ? { text: names.join(" & "), language: track.language } : { text: speaker, language: spokenIn(plan) };
}

/** A sound in words. */
export function soundIn(track: CaptionTrack | null, id: string, plan: Pick<StagePlan, "sounds" | "language"> | null): Said {
  const text = found(track?.sounds, id);
  return track && text !== undefined ? { text, language: track.language } : { text: plan?.sounds.find((sound) => sound.id === id)?.description ?? id, language: spokenIn(plan) };
}
