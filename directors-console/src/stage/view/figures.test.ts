import { describe, expect, it } from "vitest";
import figures from "../../../../tests/golden/figures.json";
import type { Emote } from "../../contracts/contracts";
import { anybody, wornBy } from "./costume";
import { postureOf } from "./posture";

const [golden] = figures;
const roles = [
  { id: "hamlet", name: "Hamlet", colour: "#112233" },
  { id: "ghost", name: "Ghost", colour: "#445566" },
];

describe("figures", () => {
  it("stand in emotes as those of other clients do", () => {
    for (const { emote, ...expected } of golden?.postures ?? []) {
      const { drop, tip, torso, head, arms, spread, elbows } = postureOf(emote as Emote);
      const flat = (posture: typeof expected) => [posture.drop, ...posture.tip, posture.torso, posture.head, ...posture.arms, ...posture.spread, ...posture.elbows];
      const [own, theirs] = [flat({ drop, tip: [...tip], torso, head, arms: [...arms], spread: [...spread], elbows: [...elbows] }), flat(expected)];
      for (const [at, value] of own.entries()) expect(value).toBeCloseTo(theirs[at] ?? Number.NaN, 5);
    }
    expect(golden?.postures.length).toBe(28);
  });

  it("look the same to everybody when their people chose nothing", () => {
    for (const look of golden?.looks ?? []) {
      const { build, heightCm, skin, hair, hairColour } = anybody(look.role);
      const { garment, colour, trim, cloak, head } = wornBy(look.role, null, { costumes: null, roles });
      expect({ role: look.role, build, heightCm, skin, hair, hairColour, garment, colour, trim, cloak, headwear: head }).toEqual(look);
    }
    expect(golden?.looks.length).toBe(5);
  });
});
