import { Quaternion, Vector3 } from "three";
import type { Joints } from "../../pictures/jointsTrack";
import type { Figure } from "./figure";

/** Where things stand in Joints: AvatarJoints of the C# contracts. */
const [armsAt, headAt, trunkAt] = [[0, 6] as const, 12, 15];
const down = new Vector3(0, -1, 0);
/** How arms hang that are not seen, for the arm at the left. */
const hanging = new Vector3(-0.13, -1, 0.06).normalize();
/** How fast the figure follows, a second: the body is looked at a few times a second. */
const pace = 9;

/** Has a performer's body move a figure: arms, head, and the trunk. */
export class BodyMotion {
  private readonly upper = new Vector3();
  private readonly lower = new Vector3();
  private readonly wanted = new Quaternion();
  private readonly trunk = new Quaternion();

  constructor(private readonly figure: Figure) {}

  /** Goes on towards what the body does, so many seconds; null is standing still. */
  show(joints: Joints | null, seconds: number): void {
    const { torso, head, arms } = this.figure;
    const near = 1 - Math.exp(-pace * seconds);
    const to = (now: number, wanted: number) => now + (wanted - now) * near;
    const angle = (at: number) => ((joints?.[at] ?? 0) * Math.PI) / 127;
    const [lean, turn] = [angle(trunkAt), angle(trunkAt + 1)];
    torso.rotation.set(0, to(torso.rotation.y, turn), to(torso.rotation.z, -lean));
    // A head is on the trunk, and told of by itself.
    head.rotation.set(to(head.rotation.x, angle(headAt + 1)), to(head.rotation.y, angle(headAt) - turn), to(head.rotation.z, lean - angle(headAt + 2)));
    this.trunk.setFromEuler(torso.rotation).invert();
    for (const side of [0, 1] as const) {
      const at = armsAt[side];
      this.direction(this.upper, joints, at, side);
      if (!this.direction(this.lower, joints, at + 3, side)) this.lower.copy(this.upper);
      this.upper.applyQuaternion(this.trunk);
      this.lower.applyQuaternion(this.trunk);
      this.wanted.setFromUnitVectors(down, this.upper);
      arms[side].upper.quaternion.slerp(this.wanted, near);
      this.lower.applyQuaternion(this.wanted.invert());
      arms[side].lower.quaternion.slerp(this.wanted.setFromUnitVectors(down, this.lower), near);
    }
  }

  /** A direction that is told; false where it hangs, because it is not. */
  private direction(into: Vector3, joints: Joints | null, at: number, side: 0 | 1): boolean {
    if (joints) into.set(joints[at]!, joints[at + 1]!, joints[at + 2]!);
    if (joints && into.lengthSq() > 0) {
      into.normalize();
      return true;
    }
    into.copy(hanging);
    if (side === 1) into.x = -into.x;
    return false;
  }
}
