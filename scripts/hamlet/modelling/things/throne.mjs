import { chance } from "../../synthesis/arithmetic.mjs";
import { ball, block, joined, lathe, moved } from "../mesh.mjs";
import { png } from "../png.mjs";

const [width, seatHigh, front, back] = [0.8, 0.44, 0.26, -0.13];

/** A throne of dark oak with red cushions, so many metres high. */
export function throne(height) {
  const side = width / 2 - 0.04;
  const posts = [-side, side].map((x) => block([0.08, height - 0.12, 0.08], [x, 0, back]));
  const legs = [-side, side].map((x) => moved(lathe([[0.05, 0], [0.03, 0.06], [0.035, 0.3], [0.045, 0.66]], { segments: 10 }), [x, 0, front - 0.05]));
  const arms = [-side, side].map((x) => block([0.08, 0.05, front - back], [x, 0.66, (front + back) / 2]));
  const wood = joined(
    ...posts,
    ...legs,
    ...arms,
    block([width - 0.1, height - 0.4, 0.05], [0, 0.3, back]),
    block([width - 0.16, 0.1, 0.04], [0, height - 0.1, back]),
    block([width - 0.04, 0.09, front - back + 0.04], [0, seatHigh - 0.09, (front + back) / 2]),
  );
  const cushions = joined(
    block([width - 0.2, 0.06, front - back - 0.08], [0, seatHigh, (front + back) / 2 + 0.02]),
    block([width - 0.24, height - 0.95, 0.03], [0, 0.62, back + 0.035]),
  );
  const knobs = joined(
    ...[-side, side].map((x) => ball([0.1, 0.12, 0.1], [x, height - 0.06, back], 10)),
    ...[-side, side].map((x) => ball([0.09, 0.07, 0.09], [x, 0.725, front - 0.02], 10)),
    ball([0.14, 0.14, 0.06], [0, height - 0.04, back], 10),
  );
  return [
    { mesh: wood, colour: [158, 112, 62], picture: grain() },
    { mesh: cushions, colour: [140, 28, 43] },
    { mesh: knobs, colour: [214, 168, 66], metal: 1 },
  ];
}

/** Oak: lines along the boards, and the odd dark one. */
function grain() {
  const random = chance("oak");
  const lines = Array.from({ length: 32 }, () => (random() < 0.15 ? 120 : 175 + Math.floor(70 * random())));
  return png(32, (x, y) => Math.min(255, lines[(x + (y % 16 === 0 ? 1 : 0)) % 32] + Math.floor(10 * random())));
}
