import { sine } from "../../synthesis/arithmetic.mjs";
import { ball, joined, lathe } from "../mesh.mjs";

/** Hamlet's inky cloak, and the black doublet under it, for a body of 1.72 metres: hips at 0.92, shoulders at 1.38. */
export function inkyCloak() {
  const trunk = [[0.255, 0.64], [0.235, 0.76], [0.19, 0.86], [0.156, 0.93], [0.158, 0.98], [0.178, 1.16], [0.208, 1.32], [0.203, 1.4], [0.132, 1.466], [0.06, 1.496], [0.052, 1.535]];
  const doublet = lathe(trunk, { segments: 18, wide: 1.14, deep: 0.82 });
  const hang = [[0.46, 0.28], [0.43, 0.5], [0.39, 0.8], [0.335, 1.1], [0.3, 1.28], [0.27, 1.38], [0.19, 1.455], [0.1, 1.51]];
  const mantle = lathe(hang, { segments: 30, from: 0.21, to: 0.79, deep: 0.72, fold: (turn, up) => 1 + 0.075 * (1 - up) * sine(turn * 10) });
  const collar = lathe([[0.062, 1.488], [0.094, 1.5], [0.1, 1.524], [0.066, 1.53]], { segments: 18, deep: 0.92 });
  const buttons = joined(...[1.0, 1.08, 1.16, 1.24, 1.32, 1.4].map((y) => ball([0.016, 0.016, 0.012], [0, y, 0.82 * (y < 1.35 ? 0.158 + (y - 0.98) * 0.145 : 0.205)], 6)));
  const clasps = joined(...[-1, 1].map((side) => ball([0.05, 0.05, 0.025], [side * 0.15, 1.43, 0.1], 8)));
  return [
    { mesh: doublet, colour: [44, 47, 54] },
    { mesh: mantle, colour: [27, 29, 34], isTwoSided: true },
    { mesh: collar, colour: [226, 220, 206], isTwoSided: true },
    { mesh: joined(buttons, clasps), colour: [150, 156, 168], metal: 1 },
  ];
}
