import type { BodyBox } from "../contracts/contracts";

/** How somebody stands in their camera's picture, and what to do about it. */
export interface Framing {
  fits: boolean;
  words: string;
}

/** Where the silhouette stands, in shares of the picture; a body that is about there fits. */
export const silhouette = { left: 0.36, top: 0.08, right: 0.64, bottom: 0.94 } as const;

const leastHeight = 0.05;
const edge = 0.015;
const mostAside = 0.14;
const leastTall = 0.55;

/** Judges where a body is. Left and right are the person's own, who looks at the camera. */
export function framingOf({ left, top, right, bottom }: BodyBox): Framing {
  const aside = (left + right) / 2 - 0.5;
  if (bottom - top < leastHeight || right <= left) return { fits: false, words: "Nobody is in the picture: step into the outline." };
  if (bottom > 1 - edge && top < edge) return { fits: false, words: "You are too near: step back until head and feet are in the picture." };
  if (bottom > 1 - edge) return { fits: false, words: "Your feet are not in the picture: step back, or tilt the camera down. You are seen to where the picture ends." };
  if (top < edge) return { fits: false, words: "Your head touches the upper edge: step back, or tilt the camera up." };
  if (left < edge || right > 1 - edge) return { fits: false, words: "Arms or sides are cut off: step back, or to the middle." };
  // The camera's left is the person's right.
  if (aside < -mostAside) return { fits: false, words: "Take a step to your left." };
  if (aside > mostAside) return { fits: false, words: "Take a step to your right." };
  if (bottom - top < leastTall) return { fits: false, words: "You are far away: come nearer, until you fill the outline." };
  return { fits: true, words: "You stand well." };
}
