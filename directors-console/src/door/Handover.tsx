import { ArrowRightIcon, XIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import type { HandoverCard, StagePlan } from "../contracts/contracts";
import { placeInWords } from "../stage/placeInWords";

interface Props {
  card: HandoverCard;
  plan: StagePlan | null;
  /** Goes on in the role; null when its actor is on already. */
  onTake: (() => void) | null;
  /** Puts the card away; null where it stays. */
  onAway?: (() => void) | null;
}

/** What somebody needs who takes a role over in the middle of a show: where to stand, what to say, what comes. */
export function Handover({ card, plan, onTake, onAway = null }: Props) {
  const place = useRef<HTMLElement>(null);
  // It comes while somebody reads something else on the page. Scrolling gives a promise in some browsers, which is no way to end an effect.
  useEffect(() => void place.current?.scrollIntoView({ block: "nearest" }), [card.role]);
  return (
    <section ref={place} className="handover" aria-labelledby="handover" role="alert">
      <h2 id="handover">You take over {card.roleName}</h2>
      {onAway && (
        <button type="button" className="dialog-close" aria-label="Put the card away" onClick={onAway}>
          <XIcon size={18} aria-hidden="true" />
        </button>
      )}
      <dl>
        <div>
          <dt>Where</dt>
          <dd>{whereOf(card, plan)}</dd>
        </div>
        <div>
          <dt>Next line</dt>
          <dd>{nextLineOf(card)}</dd>
        </div>
        {card.cueLine !== null && (
          <div>
            <dt>After</dt>
            <dd className="line-text">… {card.cueLine}</dd>
          </div>
        )}
        {card.nextCue !== null && (
          <div>
            <dt>Next cue</dt>
            <dd>
              {card.nextCue}: {card.nextCueTitle ?? ""}
              {card.nextCueLine !== null && ` (at ${card.nextCueLine})`}
            </dd>
          </div>
        )}
      </dl>
      {onTake && (
        <button type="button" className="button is-primary" onClick={onTake}>
          Go on as {card.roleName} <ArrowRightIcon size={16} aria-hidden="true" />
        </button>
      )}
    </section>
  );
}

function whereOf({ isOn, mark, entrance, x, z }: HandoverCard, plan: StagePlan | null): string {
  const place = x !== null && z !== null && plan ? placeInWords({ x, z }, plan) : null;
  if (isOn) return mark === null ? "On stage; the blocking says no mark." : `On stage, at ${mark}${place ? `: ${place}` : ""}.`;
  return entrance === null ? "Off stage; the blocking says no entrance." : `Off stage: wait at ${entrance}${place ? `, ${place}` : ""}.`;
}

function nextLineOf({ nextLineText, linesUntil }: HandoverCard): string {
  if (nextLineText === null) return "You have no more lines.";
  return linesUntil === 0 ? `now: “${nextLineText}”` : `in ${linesUntil} ${linesUntil === 1 ? "line" : "lines"}: “${nextLineText}”`;
}
