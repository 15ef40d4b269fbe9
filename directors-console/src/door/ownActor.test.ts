import { describe, expect, it } from "vitest";
import { Emote, Gait, type ActorInput } from "../contracts/contracts";
import type { ActorBody } from "../contracts/movement";
import type { ActorPose } from "../contracts/snapshot";
import { OwnActor } from "./ownActor";

const pose = (x: number): ActorPose => ({ actor: 1, x, y: 0, z: 0, facing: 0, gait: Gait.Walk, emote: Emote.None, speaking: false, lookAt: 0 });
const right: ActorInput = { ticks: 1, moveX: 127, moveZ: 0, facing: 64, gait: Gait.Walk };
/** A tenth of a metre each tick. */
const step = (body: ActorBody, wish: ActorInput): ActorBody => ({ ...body, x: body.x + 0.1, facing: wish.facing, gait: wish.gait });

const shownX = (own: OwnActor, afterMs = 10_000) => own.show(pose(0), afterMs).x;

describe("OwnActor", () => {
  it("is where the stage has it before it moves", () => {
    const own = new OwnActor(step);
    own.move(1, right);
    expect(shownX(own)).toBe(0);
    own.correct(pose(3), 0);
    expect(shownX(own)).toBe(3);
  });

  it("moves at once, and takes again what the stage had not applied", () => {
    const own = new OwnActor(step);
    own.correct(pose(0), 0);
    for (const sequence of [1, 2, 3]) own.move(sequence, right);
    own.correct(pose(0.1), 1);
    expect(own.correctedBy).toBeLessThan(1e-9);
    expect(shownX(own)).toBeCloseTo(0.3);
  });

  it("goes to where the stage has it otherwise, without a step that is seen", () => {
    const own = new OwnActor(step);
    own.correct(pose(0), 0);
    expect(own.show(pose(0), 1000).x).toBe(0);
    own.correct(pose(1), 0);
    expect(own.correctedBy).toBe(1);
    const soon = own.show(pose(1), 1016).x;
    expect(soon).toBeGreaterThan(0.1);
    expect(soon).toBeLessThan(0.5);
    expect(own.show(pose(1), 1500).x).toBeCloseTo(1, 3);
  });

  it("jumps where somebody is put elsewhere", () => {
    const own = new OwnActor(step);
    own.correct(pose(0), 0);
    own.show(pose(0), 1000);
    own.correct(pose(8), 0);
    expect(own.show(pose(8), 1001).x).toBe(8);
  });

  it("forgets inputs of a connection that is gone", () => {
    const own = new OwnActor(step);
    own.correct(pose(0), 0);
    own.move(1, right);
    own.startAnew();
    own.correct(pose(0), 0);
    expect(shownX(own)).toBe(0);
  });
});
