import type { PerformerPicture, PerformerVideo } from "../contracts/contracts";
import { decodePicture, isVideo, type DecodedPicture } from "./decodePicture";
import { JointsTrack, type Joints } from "./jointsTrack";
import { PictureTrack } from "./pictureTrack";
import { VideoStream } from "./VideoStream";

const keptAges = 100;

interface Role {
  track: PictureTrack<DecodedPicture>;
  /** While the performer comes by video. */
  video: VideoStream | null;
  /** While the performer appears as an avatar. */
  joints: JointsTrack | null;
  newestMs: number;
  shownMs: number | null;
  shown: number;
  shownAsVideo: number;
  /** How the picture came that was shown last. */
  way: "pictures" | "video" | null;
  /** How old the last pictures were when they were shown, in performance time. */
  agesMs: number[];
}

/** The pictures of all performers of a stage, each by itself or as videos. */
export class Pictures {
  private readonly roles = new Map<string, Role>();

  constructor(
    private readonly decode: (picture: PerformerPicture) => Promise<DecodedPicture> = decodePicture,
    private readonly openVideo = (take: (picture: DecodedPicture) => void, failed: () => void): VideoStream => new VideoStream(take, failed),
  ) {}

  add(role: string, picture: PerformerPicture): void {
    const known = this.known(role);
    known.newestMs = picture.timeMs;
    known.video?.close();
    known.video = null;
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

  /**
   * The next picture of a performer's video.
   * @param failed Told when the video cannot be decoded.
   */
  addVideo(role: string, video: PerformerVideo, failed: () => void): void {
    const known = this.known(role);
    known.newestMs = video.timeMs;
    known.joints = null;
    known.video ??= this.openVideo((picture) => known.track.take(picture), failed);
    known.video.add(video);
  }

  /** How the performer of a role moves their avatar at a moment; null for who appears as a picture, or not at all. */
  avatar(role: string, shownMs: number): { joints: Joints | null } | null {
    const joints = this.roles.get(role)?.joints;
    return joints ? { joints: joints.at(shownMs) } : null;
  }

  /** True until all pictures that came are decoded. */
  get isBusy(): boolean {
    return [...this.roles.values()].some((role) => role.track.isBusy);
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
      known.way = isVideo(due) ? "video" : "pictures";
      if (known.way === "video") known.shownAsVideo++;
      known.shownMs = due.timeMs;
      known.agesMs.push(nowMs - due.timeMs);
      if (known.agesMs.length > keptAges) known.agesMs.shift();
    }
    return due;
  }

  /** A performer is not to be seen any more. */
  remove(role: string): void {
    const known = this.roles.get(role);
    known?.video?.close();
    known?.track.clear();
    this.roles.delete(role);
  }

  clear(): void {
    for (const role of this.roles.keys()) this.remove(role);
  }

  /** How it goes with a role's pictures, for tests; null without any. */
  facts(role: string) {
    const known = this.roles.get(role);
    if (!known) return null;
    const { newestMs, shownMs, shown, shownAsVideo, way, agesMs } = known;
    const sorted = agesMs.toSorted((one, other) => one - other);
    return { newestMs, shownMs, shown, shownAsVideo, way, ageP95Ms: sorted[Math.floor((sorted.length - 1) * 0.95)] ?? null };
  }

  private known(role: string): Role {
    let known = this.roles.get(role);
    if (!known) {
      known = { track: new PictureTrack(this.decode), video: null, joints: null, newestMs: 0, shownMs: null, shown: 0, shownAsVideo: 0, way: null, agesMs: [] };
      this.roles.set(role, known);
    }
    return known;
  }
}
