import type { StageSnapshot } from "../contracts/contracts";
import { decodeSnapshot, type ActorPose } from "../contracts/snapshot";

const keptTicks = 128;

/** Decodes snapshots against the ones before, and knows which tick to acknowledge. */
export class StageReceiver {
  private readonly kept = new Map<number, readonly ActorPose[]>();

  /** The newest tick that was decoded; 0 for none. */
  newestTick = 0;

  /** The poses; null when the base is not known any more, or the snapshot is older than what is shown. Throws SnapshotError. */
  receive(snapshot: StageSnapshot): readonly ActorPose[] | null {
    const base = snapshot.baseTick === 0 ? null : this.kept.get(snapshot.baseTick);
    if (base === undefined || snapshot.tick <= this.newestTick) return null;
    const poses = decodeSnapshot(snapshot.data, base);
    this.newestTick = snapshot.tick;
    this.kept.set(snapshot.tick, poses);
    for (const tick of this.kept.keys()) {
      if (this.kept.size <= keptTicks) break;
      if (tick !== snapshot.baseTick) this.kept.delete(tick);
    }
    return poses;
  }
}
