import type { StageSnapshot } from "../contracts/contracts";
import { decodeUpdates, type ActorPose } from "../contracts/snapshot";

/** Changes are told of poses that are no older, in ticks. */
const keptTicks = 64;

/** Decodes snapshots against what was heard before, and knows what to acknowledge. */
export class StageReceiver {
  private readonly heard = new Map<number, Map<number, ActorPose>>();
  private readonly newest = new Map<number, ActorPose>();

  /** The newest tick that was decoded; 0 for none. */
  newestTick = 0;
  /** Which of the 32 ticks before it a snapshot came of: the lowest bit is the tick before. */
  receivedBits = 0;

  /** Everybody's newest poses; null when one is told as a change of what is not known. In order, as sockets are. Throws SnapshotError. */
  receive(snapshot: StageSnapshot): readonly ActorPose[] | null {
    if (snapshot.tick <= this.newestTick) return null;
    const updates = decodeUpdates(snapshot.data, (actor, age) => this.heard.get(actor)?.get(age === 0 ? snapshot.baseTick : snapshot.tick - age));
    if (updates === null) return null;
    for (const { actor, pose } of updates) {
      if (pose) this.keep(snapshot.tick, pose);
      else {
        this.heard.delete(actor);
        this.newest.delete(actor);
      }
    }
    this.note(snapshot.tick);
    return [...this.newest.values()];
  }

  private keep(tick: number, pose: ActorPose): void {
    const heard = this.heard.get(pose.actor) ?? new Map<number, ActorPose>();
    heard.set(tick, pose);
    for (const old of heard.keys()) {
      if (old > tick - keptTicks) break;
      heard.delete(old);
    }
    this.heard.set(pose.actor, heard);
    this.newest.set(pose.actor, pose);
  }

  private note(tick: number): void {
    const newer = tick - this.newestTick;
    const bits = newer < 32 ? this.receivedBits << newer : 0;
    this.receivedBits = (this.newestTick !== 0 && newer <= 32 ? bits | (1 << (newer - 1)) : bits) >>> 0;
    this.newestTick = tick;
  }
}
