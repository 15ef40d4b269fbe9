import type { CaptionTrack, StagePlan } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useResource } from "../../shared/useResource";
import { surtitleWish } from "./surtitleWish";

/** Fetches what can be read in a language (empty for the one that is spoken), of a version of the production. */
export type CaptionSource = (language: string, version: number, signal: AbortSignal) => Promise<CaptionTrack>;

/** The language that a person reads in, as far as the production is translated into it; empty for what is spoken. */
export const readLanguage = (wished: string, plan: Pick<StagePlan, "translations"> | null): string =>
  plan?.translations?.some((one) => one.language === wished) ? wished : "";

/** What can be read besides what the stage shows; null while nobody wishes for it, and where it cannot be had. */
export function useCaptionTrack(of: string, plan: StagePlan | null, source: CaptionSource): CaptionTrack | null {
  const wish = useStore(surtitleWish);
  const language = readLanguage(wish.language, plan);
  const isWanted = plan !== null && (language !== "" || wish.describes);
  return useResource(isWanted ? `${of} ${language}` : null, (signal) => source(language, plan?.version ?? 0, signal), plan?.version).value;
}
