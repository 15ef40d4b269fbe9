import { Gait } from "../contracts/contracts";
import type { ActorPose } from "../contracts/snapshot";

interface Sample {
  timeMs: number;
  pose: ActorPose;
}

const mostSamples = 90;
/** Farther than an actor can run between two samples: this is an entrance from elsewhere, not a walk. */
const jumpMetres = 2;
/** The stage is never silent for longer of somebody who moves. */
const longestSilenceMs = 400;
const restartMs = 500;

/** The poses of the last moments, to be asked for at any time between them. */
export class PoseTrack {
  private tracks = new Map<number, Sample[]>();
  private newestMs = -Infinity;

  /**
   * Takes those who are on at a time. A pose that is the same object as before says that the actor did not move, or,
   * where not everybody is told of each time, that nothing was heard.
   */
  add(timeMs: number, poses: readonly ActorPose[], isWhole = true): void {
    if (timeMs < this.newestMs - restartMs) this.tracks.clear();
    this.newestMs = timeMs;
    const tracks = new Map<number, Sample[]>();
    for (const pose of poses) {
      const samples = this.tracks.get(pose.actor)?.filter((sample) => sample.timeMs < timeMs) ?? [];
      const last = samples.at(-1);
      if (isWhole || last?.pose !== pose) samples.push({ timeMs, pose });
      tracks.set(pose.actor, samples.slice(-mostSamples));
    }
    this.tracks = tracks;
  }

  get newest(): readonly ActorPose[] {
    return [...this.tracks.values()].map((samples) => samples.at(-1)!.pose);
  }

  /** Everybody who is on, as they were at that time. */
  at(timeMs: number): readonly ActorPose[] {
    return [...this.tracks.values()].map((samples) => poseAt(samples, timeMs));
  }
}

function poseAt(samples: readonly Sample[], timeMs: number): ActorPose {
  const after = samples.findIndex((sample) => sample.timeMs >= timeMs);
  const [next, previous] = [samples[after], samples[after - 1]];
  if (after < 0) return onward(samples, timeMs);
  if (!next || !previous) return samples[0]!.pose;
  // Who was silent for longer stood still until shortly before.
  const fromMs = Math.max(previous.timeMs, next.timeMs - longestSilenceMs);
  return between(previous.pose, next.pose, Math.max(0, (timeMs - fromMs) / (next.timeMs - fromMs)));
}

/** Who walks goes on while nothing is heard, for as long as the stage was silent of them before. */
function onward(samples: readonly Sample[], timeMs: number): ActorPose {
  const [previous, last] = [samples.at(-2), samples.at(-1)!];
  const pace = previous ? last.timeMs - previous.timeMs : 0;
  if (!previous || last.pose.gait === Gait.Stand || pace > longestSilenceMs) return last.pose;
  return between(previous.pose, last.pose, 1 + Math.min(timeMs - last.timeMs, pace) / pace);
}

function between(from: ActorPose, to: ActorPose, share: number): ActorPose {
  if (Math.hypot(to.x - from.x, to.z - from.z) > jumpMetres) return to;
  const blend = (a: number, b: number) => a + (b - a) * share;
  const turn = Math.atan2(Math.sin(to.facing - from.facing), Math.cos(to.facing - from.facing));
  return { ...to, x: blend(from.x, to.x), y: blend(from.y, to.y), z: blend(from.z, to.z), facing: from.facing + turn * Math.min(share, 1) };
}
