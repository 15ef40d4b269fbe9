import { HandIcon, LaughIcon, SparklesIcon, WindIcon, type LucideIcon } from "lucide-react";
import { useEffect, useMemo } from "react";
import { ReactionKind } from "../contracts/contracts";
import type { HouseConnection } from "../house/connection";
import { useStore } from "../shared/store";
import type { HouseSide } from "../stage/houseSide";
import { Reacting } from "./Reacting";

/** Lets the house be heard by the stage; away while the director takes no reactions. */
export function Reactions({ connection, house }: { connection: HouseConnection; house: HouseSide }) {
  const reacting = useMemo(() => new Reacting((kind) => connection.say({ type: "HouseReaction", value: { kind } })), [connection]);
  const { areOff } = useStore(house.mood);
  const now = useStore(reacting.kind);
  useEffect(() => () => reacting.stop(), [reacting]);
  useEffect(() => {
    if (areOff) reacting.stop();
  }, [areOff, reacting]);
  if (areOff) return null;
  return (
    <div className="reactions" role="group" aria-label="React">
      {kinds.map(({ kind, name, icon: Icon }) => (
        <button key={kind} type="button" className="tool" aria-pressed={now === kind} aria-label={name} title={name} onClick={() => reacting.press(kind)}>
          <Icon size={18} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}

const kinds: readonly { kind: ReactionKind; name: string; icon: LucideIcon }[] = [
  { kind: ReactionKind.Applause, name: "Applaud", icon: HandIcon },
  { kind: ReactionKind.Laugh, name: "Laugh", icon: LaughIcon },
  { kind: ReactionKind.Gasp, name: "Gasp", icon: WindIcon },
  { kind: ReactionKind.Bravo, name: "Bravo", icon: SparklesIcon },
];
