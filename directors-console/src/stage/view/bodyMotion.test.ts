import { Quaternion, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { jointBytes } from "../../pictures/jointsTrack";
import { BodyMotion } from "./bodyMotion";
import { costumeOf } from "./costume";
import { buildFigure } from "./figure";

const figure = () => buildFigure(costumeOf({ role: "ghost", appearance: null, costume: null }, { costumes: [], roles: [] }));
const joints = (given: Record<number, number>) => Int8Array.from({ length: jointBytes }, (_, at) => given[at] ?? 0);
/** Where a limb points, as the audience sees the figure. */
const pointing = (limb: { getWorldQuaternion(into: Quaternion): Quaternion }) => new Vector3(0, -1, 0).applyQuaternion(limb.getWorldQuaternion(new Quaternion()));
const still = 100;

describe("a figure that a performer's body moves", () => {
  it("stands with hanging arms before anything is known", () => {
    const body = figure();
    new BodyMotion(body).show(null, still);
    for (const arm of body.arms) expect(pointing(arm.upper).y).toBeLessThan(-0.95);
    expect(pointing(body.arms[0].upper).x).toBeCloseTo(-pointing(body.arms[1].upper).x, 5);
  });

  it("raises the arm that is at the same side of the picture, and bends it", () => {
    const body = figure();
    new BodyMotion(body).show(joints({ 6: 127, 10: 127 }), still);
    // The upper arm straight to the right, the forearm straight up.
    expect(pointing(body.arms[1].upper).x).toBeCloseTo(1, 2);
    expect(pointing(body.arms[1].lower).y).toBeCloseTo(1, 2);
    expect(pointing(body.arms[0].upper).y).toBeLessThan(-0.95);
  });

  it("points towards the audience, whichever way the trunk is turned and leans", () => {
    const body = figure();
    new BodyMotion(body).show(joints({ 2: 127, 5: 127, 15: 20, 16: 30 }), still);
    expect(pointing(body.arms[0].upper).z).toBeCloseTo(1, 2);
    expect(pointing(body.arms[0].lower).z).toBeCloseTo(1, 2);
    const up = new Vector3(0, 1, 0).applyQuaternion(body.torso.getWorldQuaternion(new Quaternion()));
    expect(up.x).toBeGreaterThan(0.3);
  });

  it("looks where the performer looks, also when the trunk is turned", () => {
    const body = figure();
    new BodyMotion(body).show(joints({ 12: 30, 16: 20 }), still);
    const gaze = new Vector3(0, 0, 1).applyQuaternion(body.head.getWorldQuaternion(new Quaternion()));
    expect(Math.atan2(gaze.x, gaze.z)).toBeCloseTo((30 * Math.PI) / 127, 2);
    new BodyMotion(body).show(joints({ 13: 25 }), still);
    expect(new Vector3(0, 0, 1).applyQuaternion(body.head.getWorldQuaternion(new Quaternion())).y).toBeLessThan(-0.4);
  });

  it("goes there little by little", () => {
    const body = figure();
    const motion = new BodyMotion(body);
    motion.show(null, still);
    const raised = joints({ 6: 127, 9: 127 });
    motion.show(raised, 0.05);
    const first = pointing(body.arms[1].upper).x;
    expect(first).toBeGreaterThan(0.2);
    expect(first).toBeLessThan(0.8);
    motion.show(raised, still);
    expect(pointing(body.arms[1].upper).x).toBeCloseTo(1, 2);
  });

  it("is not lost to numbers at their ends", () => {
    const body = figure();
    new BodyMotion(body).show(new Int8Array(jointBytes).fill(-128), still);
    body.root.updateMatrixWorld(true);
    for (const arm of body.arms) expect(pointing(arm.lower).length()).toBeCloseTo(1, 3);
  });
});
