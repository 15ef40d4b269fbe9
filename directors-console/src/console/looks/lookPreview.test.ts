import { describe, expect, it } from "vitest";
import { LampKind, type StagePlan } from "../../contracts/contracts";
import { lightsAt } from "../../stage/transition";
import { sceneIn } from "./LookPreview";

const zero = { x: 0, y: 0, z: 0 };
const lamp = (id: string) => ({ id, kind: LampKind.Ambient, position: zero, target: zero, angleDegrees: 0 });
const plan = { lamps: [lamp("moon"), lamp("pool")], version: 4 } as unknown as StagePlan;

describe("the preview of a look", () => {
  it("has each lamp of the plan as the look has it, and the others off", () => {
    const scene = sceneIn({ pool: { colour: "#ff8000", intensity: 0.5 } }, "warm", plan, null);
    const lights = lightsAt(scene.light, 0);
    expect(lights).toHaveLength(2);
    expect(lights[0]?.intensity).toBe(0);
    expect(lights[1]).toMatchObject({ intensity: 0.5 });
    expect(scene.planVersion).toBe(4);
  });
});
