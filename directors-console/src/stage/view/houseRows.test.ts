import { InstancedMesh, Matrix4, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import type { StagePlan } from "../../contracts/contracts";
import { HouseRows, placeOf } from "./houseRows";

const plan = { width: 10, depth: 8 } as StagePlan;

describe("HouseRows", () => {
  it("shows somebody in each seat that is taken, and nobody in the others", () => {
    const house = new HouseRows(plan);
    expect(house.count).toBe(0);
    house.show(new Uint8Array([0b101, 0, 0, 1]), true);
    expect(house.count).toBe(3);
    const people = house.root.children.find((mesh): mesh is InstancedMesh => mesh instanceof InstancedMesh && mesh.count === 3)!;
    const at = (index: number) => {
      const place = new Matrix4();
      people.getMatrixAt(index, place);
      return new Vector3().setFromMatrixPosition(place);
    };
    const third = placeOf(plan, 2, 1);
    expect(at(0).x).toBeLessThan(at(1).x);
    expect(at(2).x).toBeCloseTo(third.x);
    expect(at(2).z).toBeCloseTo(third.z);
    house.show(new Uint8Array(), true);
    expect(house.count).toBe(0);
  });

  it("is not drawn for who sits in it", () => {
    const house = new HouseRows(plan);
    house.show(new Uint8Array(48).fill(255), false);
    expect([house.root.visible, house.count]).toEqual([false, 0]);
    house.show(new Uint8Array(48).fill(255), true);
    expect(house.count).toBe(384);
  });

  it("rises towards the back, behind the stage's edge, evenly to both sides", () => {
    const [first, last] = [placeOf(plan, 1, 1), placeOf(plan, 16, 24)];
    expect(first.z).toBeGreaterThan(plan.depth / 2);
    expect(last.z).toBeGreaterThan(first.z);
    expect(last.y).toBeGreaterThan(first.y);
    expect(first.x).toBeCloseTo(-last.x);
  });
});
