import { expect, it } from "vitest";
import walks from "../../../tests/golden/walks.json";
import type { Gait } from "./contracts";
import { step, type ActorBody } from "./movement";

it("takes exactly the steps that the C# movement takes", () => {
  for (const walk of walks) {
    let body = walk.start as ActorBody;
    for (const { wish, body: expected } of walk.steps) {
      const [ticks = 0, moveX = 0, moveZ = 0, facing = 0, gait = 0] = wish;
      for (let tick = 0; tick < ticks; tick++) {
        body = step(body, { ticks, moveX, moveZ, facing, gait: gait as Gait }, walk.bounds);
      }
      expect(body).toEqual(expected);
    }
  }
});
