import { useStore } from "../../shared/store";
import { contrasts, positions, sizes, surtitleWish, type SurtitleWish } from "../captions/surtitleWish";
import { Check, Choices } from "./Choices";

/** A language that surtitles can be read in. */
export interface LanguageChoice {
  language: string;
  /** As its readers call it. */
  name: string;
}

/** How surtitles look, where they stand and in which language; and the audio description beside them. */
export function SurtitlesPanel({ spoken, translations }: { spoken: string; translations: readonly LanguageChoice[] }) {
  const wish = useStore(surtitleWish);
  const change = (part: Partial<SurtitleWish>) => surtitleWish.wish(part);
  const known = translations.some((one) => one.language === wish.language) ? wish.language : "";
  return (
    <>
      <Check label="Surtitles" on={wish.isShown} onChange={(isShown) => change({ isShown })} />
      <Check label="Names of the speakers" on={wish.names} onChange={(names) => change({ names })} />
      <Check label="Sounds in words" on={wish.sounds} onChange={(sounds) => change({ sounds })} />
      {translations.length > 0 && (
        <label className="field">
          Language
          <select value={known} onChange={(event) => change({ language: event.target.value })}>
            <option value="">As it is spoken ({languageName(spoken)})</option>
            {translations.map(({ language, name }) => (
              <option key={language} value={language} lang={language}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Choices legend="Size" choices={sizes} nameOf={sizeName} chosen={wish.size} onChoose={(size) => change({ size })} />
      <Choices legend="Contrast" choices={contrasts} nameOf={contrastName} chosen={wish.contrast} onChoose={(contrast) => change({ contrast })} />
      <Choices legend="Where" choices={positions} nameOf={positionName} chosen={wish.position} onChoose={(position) => change({ position })} />
      <Check label="Audio description" on={wish.describes} onChange={(describes) => change({ describes })} />
      {wish.describes && canSpeak && <Check label="Spoken by this device" on={wish.speaks} onChange={(speaks) => change({ speaks })} />}
    </>
  );
}

const canSpeak = "speechSynthesis" in globalThis;

const sizeName = { small: "Small", medium: "Medium", large: "Large", huge: "Very large" };
const contrastName = { plain: "Plain", boxed: "Boxed", high: "High" };
const positionName = { over: "Over the picture", below: "Below it", above: "Above it" };

function languageName(language: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
