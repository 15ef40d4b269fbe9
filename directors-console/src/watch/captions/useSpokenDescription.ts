import { useEffect } from "react";
import { useStore } from "../../shared/store";
import { soundWish } from "../../sound/soundWish";
import type { Said } from "./words";

/** Has the device speak what is described, as loud as the person wishes. */
export function useSpokenDescription(said: Said | null, isWanted: boolean): void {
  const { isMuted, description } = useStore(soundWish);
  const volume = isMuted ? 0 : description;
  const [text, language] = [said?.text ?? "", said?.language ?? ""];
  useEffect(() => {
    if (!isWanted || text === "" || volume === 0 || !("speechSynthesis" in globalThis)) return;
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language;
    words.volume = volume;
    speechSynthesis.speak(words);
    return () => speechSynthesis.cancel();
  }, [text, language, isWanted, volume]);
}
