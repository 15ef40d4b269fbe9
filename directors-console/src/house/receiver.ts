import type { HouseFrame, HouseMood, StageScene } from "../contracts/contracts";
import { decodeSnapshot, type ActorPose } from "../contracts/snapshot";

export interface ShownFrame {
  number: number;
  timeMs: number;
  poses: readonly ActorPose[];
  scene: StageScene | null;
  /** What is heard of the house; null for no change. */
  mood: HouseMood | null;
  /** Which seats of the house are taken; null for no change. */
  seats: Uint8Array | null;
  /** True when the server should now hear how far this spectator is. */
  acknowledge: boolean;
}

const keptFrames = 64;
const framesAnAck = 4;

/** Puts frames together: remembers what deltas are coded against, and after a gap waits for the next keyframe. */
export class HouseReceiver {
  private readonly kept = new Map<number, readonly ActorPose[]>();
  private sinceAck = 0;

  /** True while nothing can be shown until a keyframe comes. */
  waitsForKeyframe = true;

  /** The frame as it is to be shown; null when it cannot be. Throws SnapshotError on bytes that are no snapshot. */
  receive(frame: HouseFrame): ShownFrame | null {
    const isKeyframe = frame.baseNumber === 0;
    const base = isKeyframe ? null : this.kept.get(frame.baseNumber);
    if (base === undefined || (this.waitsForKeyframe && !isKeyframe)) {
      this.waitsForKeyframe = true;
      return null;
    }
    const poses = decodeSnapshot(frame.snapshot, base);
    this.waitsForKeyframe = false;
    this.keep(frame.number, poses);
    this.sinceAck = (this.sinceAck + 1) % framesAnAck;
    return { number: frame.number, timeMs: frame.timeMs, poses, scene: frame.scene, mood: frame.mood, seats: frame.seats, acknowledge: this.sinceAck === 0 };
  }

  private keep(number: number, poses: readonly ActorPose[]): void {
    this.kept.set(number, poses);
    for (const old of this.kept.keys()) {
      if (this.kept.size <= keptFrames) return;
      this.kept.delete(old);
    }
  }
}
