import type { PerformerPicture } from "../contracts/contracts";
import { decodePicture, type DecodedPicture } from "./decodePicture";
import { JointsTrack, type Joints } from "./jointsTrack";
import { PictureTrack } from "./pictureTrack";

const keptAges = 100;

interface Role {
  track: PictureTrack<DecodedPicture>;
  /** While the performer appears as an avatar. */
  joints: JointsTrack | null;
  newestMs: number;
  shownMs: number | null;
  shown: number;
  /** How old the last pictures were when they were shown, in performance time. */
  agesMs: number[];
}

/** The pictures of all performers of a stage. */
export class Pictures {
  private readonly roles = new Map<string, Role>();

  constructor(private readonly decode: (picture: PerformerPicture) => Promise<DecodedPicture> = decodePicture) {}

  add(role: string, picture: PerformerPicture): void {
    let known = this.roles.get(role);
    if (!known) this.roles.set(role, (known = { track: new PictureTrack(this.decode), joints: null, newestMs: 0, shownMs: null, shown: 0, agesMs: [] }));
    known.newestMs = picture.timeMs;
    // Who appears as an avatar sends nothing that the camera saw.
    if (picture.colour.length === 0) {
      known.joints ??= new JointsTrack();
      known.joints.add(picture.timeMs, picture.joints);
      known.track.clear();
      return;
    }
    known.joints = null;
    known.track.add(picture);
  }

  /** How the performer of a role moves their avatar at a moment; null for who appears as a picture, or not at all. */
  avatar(role: string, shownMs: number): { joints: Joints | null } | null {
    const joints = this.roles.get(role)?.joints;
    return joints ? { joints: joints.at(shownMs) } : null;
  }

  /** True while the performer of a role lets themselves be seen. */
  has(role: string): boolean {
    return this.roles.has(role);
  }

  /** The performer's newest picture that is due, which is the caller's to close; null when there is none since the last. */
  due(role: string, shownMs: number, nowMs: number): DecodedPicture | null {
    const known = this.roles.get(role);
    const due = known?.track.due(shownMs) ?? null;
    if (known && due) {
      known.shown++;
      known.shownMs = due.timeMs;
      known.agesMs.push(nowMs - due.timeMs);
      if (known.agesMs.length > keptAges) known.agesMs.shift();
    }
    return due;
  }

  /** A performer is not to be seen any more. */
  remove(role: string): void {
    this.roles.get(role)?.track.clear();
    this.roles.delete(role);
  }

  clear(): void {
    for (const role of this.roles.keys()) this.remove(role);
  }

  /** How it goes with a role's pictures, for tests; null without any. */
  facts(role: string): { newestMs: number; shownMs: number | null; shown: number; ageP95Ms: number | null } | null {
    const known = this.roles.get(role);
    if (!known) return null;
    const sorted = known.agesMs.toSorted((one, other) => one - other);
    return { newestMs: known.newestMs, shownMs: known.shownMs, shown: known.shown, ageP95Ms: sorted[Math.floor((sorted.length - 1) * 0.95)] ?? null };
  }
}
