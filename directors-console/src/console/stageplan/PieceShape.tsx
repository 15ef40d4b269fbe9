import type { PieceEntry } from "../production/document";
import { turnOf } from "./geometry";

/** A set piece from above; dashed while it is out. */
export function PieceShape({ piece: { shape, size, rotation = 0, colour }, isOut }: { piece: PieceEntry; isOut: boolean }) {
  const [width, , depth] = size;
  const style = { fill: colour };
  return (
    <g className="piece" data-out={isOut} transform={`rotate(${turnOf(rotation)})`}>
      {shape === "cylinder" || shape === "cone" ? <ellipse rx={width / 2} ry={depth / 2} style={style} /> : <rect x={-width / 2} y={-depth / 2} width={width} height={depth} style={style} />}
      {shape === "stairs" && <path className="steps-line" d={`M${-width / 2} ${-depth / 6}H${width / 2}M${-width / 2} ${depth / 6}H${width / 2}`} />}
    </g>
  );
}
