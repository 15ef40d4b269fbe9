import { describe, expect, it } from "vitest";
import walks from "../../../tests/golden/walks.json";
import type { Gait, SceneryMove, StagePlan } from "./contracts";
import { StageGround } from "./ground";
import { step, type ActorBody } from "./movement";

describe("a step", () => {
  it("is exactly the step that the C# movement takes, on stairs, along walls and around pieces", () => {
    for (const { plan, scenery, start, steps } of walks) {
      const ground = StageGround.of(plan as unknown as StagePlan);
      ground.update(scenery as SceneryMove[], 0);
      let body = start as ActorBody;
      for (const { wish, body: expected } of steps) {
        const [ticks = 0, moveX = 0, moveZ = 0, facing = 0, gait = 0] = wish;
        for (let tick = 0; tick < ticks; tick++) {
          body = step(body, { ticks, moveX, moveZ, facing, gait: gait as Gait }, ground);
        }
        expect(body).toEqual(expected);
      }
    }
  });

  it("is taken up and down in the golden walks, not on the floor alone", () => {
    expect(new Set(walks.flatMap((walk) => walk.steps.map((one) => one.body.y))).size).toBeGreaterThan(5);
  });
});
