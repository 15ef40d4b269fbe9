import { ball, joined, laid, lathe, moved } from "../mesh.mjs";

/** A foil from pommel to button, as long as the sheet says; its blade leads to +Z. */
export function foil() {
  const along = (profile, segments) => moved(laid(lathe(profile, { segments })), [0, 0.015, 0]);
  const blade = along([[0.007, -0.26], [0.006, -0.1], [0.0025, 0.465], [0, 0.466]], 4);
  const button = ball([0.012, 0.012, 0.012], [0, 0.015, 0.468], 6);
  const guard = along([[0.01, -0.295], [0.05, -0.275], [0.058, -0.25], [0.055, -0.25], [0.008, -0.287]], 14);
  const grip = along([[0, -0.47], [0.014, -0.468], [0.016, -0.45], [0.012, -0.44], [0.014, -0.36], [0.012, -0.295], [0, -0.294]], 10);
  return [
    { mesh: joined(blade, button), colour: [205, 210, 218], metal: 1 },
    { mesh: guard, colour: [190, 150, 70], metal: 1, isTwoSided: true },
    { mesh: grip, colour: [60, 40, 30] },
  ];
}
