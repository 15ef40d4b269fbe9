import { useContext, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { createContext } from "react";
import { round, type Spot } from "./blockingEdits";
import { spotOf } from "./geometry";

/** The drawing that things are dragged on. */
export const PlanSvg = createContext<React.RefObject<SVGSVGElement | null> | null>(null);

interface Props {
  label: string;
  at: Spot;
  isSelected: boolean;
  canMove: boolean;
  /** Rounds what is dropped; a role is not rounded, it goes to marks. */
  onSelect(): void;
  onDrop(spot: Spot): void;
  children: ReactNode;
}

const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** So long after the last arrow key it is dropped. */
const settleMs = 700;

/** Something on the plan that a pointer drags, and that arrow keys move: ten centimetres a press, half a metre with Shift. */
export function Draggable({ label, at, isSelected, canMove, onSelect, onDrop, children }: Props) {
  const svg = useContext(PlanSvg);
  const [held, setHeld] = useState<Spot | null>(null);
  const grip = useRef<Spot | null>(null);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const shown = held ?? at;

  const pointerAt = (event: PointerEvent) => (svg?.current ? spotOf(svg.current, event) : null);
  const take = (event: PointerEvent<SVGGElement>) => {
    onSelect();
    const pointer = pointerAt(event);
    if (!canMove || !pointer) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: pointer.x - shown.x, z: pointer.z - shown.z };
  };
  const drag = (event: PointerEvent) => {
    const pointer = pointerAt(event);
    if (grip.current && pointer) setHeld({ x: pointer.x - grip.current.x, z: pointer.z - grip.current.z });
  };
  const drop = (spot: Spot | null) => {
    grip.current = null;
    setHeld(null);
    if (spot && (Math.abs(spot.x - at.x) > 0.01 || Math.abs(spot.z - at.z) > 0.01)) onDrop({ x: round(spot.x), z: round(spot.z) });
  };
  const push = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      onSelect();
      return;
    }
    const way = arrows[event.key];
    if (!way || !canMove) return;
    event.preventDefault();
    const metres = event.shiftKey ? 0.5 : 0.1;
    const next = { x: shown.x + way[0] * metres, z: shown.z + way[1] * metres };
    setHeld(next);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => drop(next), settleMs);
  };
  return (
    <g
      className="thing"
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={isSelected}
      data-movable={canMove}
      transform={`translate(${shown.x} ${shown.z})`}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={() => drop(held)}
      onPointerCancel={() => drop(null)}
      onKeyDown={push}
    >
      {children}
    </g>
  );
}
