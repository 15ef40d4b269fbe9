import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Emote } from "../contracts/contracts";
import { emoteName } from "../shared/words";
import { around, digitOf, emoteOfDigit, placeOf, stepFrom } from "./emoteWheel";

interface Props {
  onChoose(emote: Emote): void;
  onClose(): void;
}

/** Everything that a body can do, in two rings: by mouse, by touch, by digits and arrows. */
export function EmoteWheel({ onChoose, onClose }: Props) {
  const [at, setAt] = useState<Emote>(Emote.None);
  const entries = useRef(new Map<Emote, HTMLButtonElement>());
  useEffect(() => entries.current.get(at)?.focus(), [at]);

  const press = (event: KeyboardEvent) => {
    const emote = emoteOfDigit(event.key);
    if (emote !== null) onChoose(emote);
    else if (event.key === "Escape") onClose();
    else if (event.key.startsWith("Arrow")) setAt(stepFrom(at, event.key));
    else return;
    // The same arrows walk.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="emote-wheel" role="menu" tabIndex={-1} aria-label="Emotes" onKeyDown={press} onKeyUp={(event) => event.stopPropagation()}>
      {around.map((emote) => {
        const { x, y } = placeOf(emote);
        const digit = digitOf(emote);
        return (
          <button
            key={emote}
            type="button"
            role="menuitem"
            tabIndex={emote === at ? 0 : -1}
            aria-keyshortcuts={digit ?? undefined}
            ref={(entry) => {
              if (entry) entries.current.set(emote, entry);
              else entries.current.delete(emote);
            }}
            style={{ left: `${50 + x * 50}%`, top: `${50 + y * 50}%` }}
            onClick={() => onChoose(emote)}
          >
            {digit && <kbd aria-hidden="true">{digit}</kbd>}
            {emoteName[emote]}
          </button>
        );
      })}
      <button type="button" role="menuitem" tabIndex={-1} className="emote-wheel-close" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
