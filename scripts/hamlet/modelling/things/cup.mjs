import { lathe } from "../mesh.mjs";

/** The poisoned cup: a goblet, a hand high. */
export function cup() {
  const outside = [[0, 0], [0.05, 0], [0.052, 0.008], [0.02, 0.018], [0.009, 0.032], [0.009, 0.072], [0.016, 0.08], [0.009, 0.088], [0.036, 0.1], [0.052, 0.125], [0.056, 0.155], [0.054, 0.18]];
  const inside = [[0.05, 0.18], [0.05, 0.15], [0.036, 0.118], [0, 0.11]];
  return [{ mesh: lathe([...outside, ...inside], { segments: 14 }), colour: [214, 168, 66], metal: 1 }];
}
