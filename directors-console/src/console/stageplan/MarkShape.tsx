import { turnOf } from "./geometry";

/** A mark: a cross, and which way a role turns that arrives there. */
export function MarkShape({ id, facing }: { id: string; facing: number }) {
  return (
    <>
      <circle className="hit" r={0.3} />
      <path className="mark" d="M-0.16 0H0.16M0 -0.16V0.16" />
      <path className="facing" d="M-0.1 0.2L0 0.34L0.1 0.2" transform={`rotate(${turnOf(facing)})`} />
      <text y={-0.24}>{id}</text>
    </>
  );
}
