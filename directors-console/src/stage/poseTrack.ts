import type { ActorPose } from "../contracts/snapshot";

interface Sample {
  timeMs: number;
  poses: readonly ActorPose[];
}

const mostSamples = 90;
/** Farther than an actor can run between two samples: this is an entrance from elsewhere, not a walk. */
const jumpMetres = 2;

/** The poses of the last moments, to be asked for at any time between them. */
export class PoseTrack {
  private samples: Sample[] = [];

  add(timeMs: number, poses: readonly ActorPose[]): void {
    const last = this.samples.at(-1);
    if (last && timeMs <= last.timeMs) this.samples = last.timeMs - timeMs > 500 ? [] : this.samples.filter((sample) => sample.timeMs < timeMs);
    this.samples.push({ timeMs, poses });
    if (this.samples.length > mostSamples) this.samples.shift();
  }

  get newest(): readonly ActorPose[] {
    return this.samples.at(-1)?.poses ?? [];
  }

  /** Everybody who is on at that time, between the sample before and the one after it. */
  at(timeMs: number): readonly ActorPose[] {
    const after = this.samples.findIndex((sample) => sample.timeMs >= timeMs);
    const [next, previous] = [this.samples[after], this.samples[after - 1]];
    if (after < 0) return this.newest;
    if (!next || !previous) return next?.poses ?? [];
    const share = (timeMs - previous.timeMs) / (next.timeMs - previous.timeMs);
    const before = new Map(previous.poses.map((pose) => [pose.actor, pose]));
    return next.poses.map((pose) => between(before.get(pose.actor), pose, share));
  }
}

function between(from: ActorPose | undefined, to: ActorPose, share: number): ActorPose {
  if (!from || Math.hypot(to.x - from.x, to.z - from.z) > jumpMetres) return to;
  const blend = (a: number, b: number) => a + (b - a) * share;
  const turn = Math.atan2(Math.sin(to.facing - from.facing), Math.cos(to.facing - from.facing));
  return { ...to, x: blend(from.x, to.x), y: blend(from.y, to.y), z: blend(from.z, to.z), facing: from.facing + turn * share };
}
