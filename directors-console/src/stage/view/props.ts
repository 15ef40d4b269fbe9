import { Group, type Object3D } from "three";
import type { PropInfo, PropPlace } from "../../contracts/contracts";
import type { Member } from "./company";
import type { Models } from "./models";
import { buildPiece } from "./setPieces";

/** Things that lie about, or are in somebody's hands. */
export class Props {
  readonly root = new Group();
  private readonly shapes: Map<string, Group>;
  private readonly lengths: Map<string, number>;

  constructor(props: readonly PropInfo[], models: Models) {
    this.shapes = new Map(props.map((prop) => [prop.id, buildPiece(prop, models)]));
    this.lengths = new Map(props.map(({ id, size }) => [id, size.z]));
    for (const shape of this.shapes.values()) this.root.add(shape);
  }

  show(places: readonly PropPlace[], members: ReadonlyMap<number, Member>): void {
    const inHands = new Map<string, number>();
    for (const { prop, role, x, y, z } of places) {
      const shape = this.shapes.get(prop);
      if (!shape) continue;
      const holder = role === null ? undefined : [...members.values()].find((member) => member.role === role);
      // What nobody holds who is on stage is with the role, out of sight.
      shape.visible = role === null || holder !== undefined;
      if (holder) {
        const hand = inHands.get(holder.role) ?? 0;
        inHands.set(holder.role, hand + 1);
        move(shape, hand < 2 ? holder.figure.arms[hand === 0 ? 0 : 1].hand : holder.figure.torso);
        grip(shape, this.lengths.get(prop) ?? 0);
      } else {
        move(shape, this.root);
        shape.rotation.set(0, 0, 0);
        shape.position.set(x, y, z);
      }
    }
  }
}

/** What is long is held at its end and leads away from the hand: a blade goes on where the arm points. */
const longMetres = 0.5;

function grip(shape: Object3D, length: number): void {
  const isLong = length >= longMetres;
  shape.rotation.set(isLong ? 1 : 0, 0, 0);
  const reach = isLong ? length * 0.42 : 0;
  shape.position.set(0, -0.84 * reach, 0.54 * reach);
}

function move(shape: Object3D, parent: Object3D): void {
  if (shape.parent !== parent) parent.add(shape);
}
