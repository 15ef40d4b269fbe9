import { ArrowDownIcon, ArrowLeftIcon, ArrowRightIcon, ArrowUpIcon } from "lucide-react";
import type { Walk } from "./walk";

const ways = [
  { code: "ArrowUp", name: "upstage", Icon: ArrowUpIcon },
  { code: "ArrowLeft", name: "stage right", Icon: ArrowLeftIcon },
  { code: "ArrowDown", name: "downstage", Icon: ArrowDownIcon },
  { code: "ArrowRight", name: "stage left", Icon: ArrowRightIcon },
];

/** Walking for who has no keyboard: a way is walked while its button is held. */
export function WalkPad({ walk }: { walk: Walk }) {
  return (
    <div className="walk-pad" role="group" aria-label="Walk">
      {ways.map(({ code, name, Icon }) => (
        <button
          key={code}
          type="button"
          className="tool"
          aria-label={`Walk ${name}`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            walk.key(code, true, false);
          }}
          onLostPointerCapture={() => walk.key(code, false, false)}
          onContextMenu={(event) => event.preventDefault()}
        >
          <Icon size={22} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
