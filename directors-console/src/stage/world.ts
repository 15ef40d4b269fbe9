import type { StageScene } from "../contracts/contracts";
import type { ActorPose } from "../contracts/snapshot";
import { Pictures } from "../pictures/Pictures";
import { Store } from "../shared/store";
import type { Brush } from "./Brush";
import { StageClock } from "./clock";
import { HouseSide } from "./houseSide";
import { PoseTrack } from "./poseTrack";

/** What a client knows of a stage, wherever it heard it from. The scene is watched; poses and time are asked for. */
export class StageWorld {
  readonly scene = new Store<StageScene | null>(null);
  readonly clock: StageClock;
  readonly poses = new PoseTrack();
  /** Of the performers, where the page asks for them. */
  readonly pictures = new Pictures();
  readonly house = new HouseSide();
  private anew = true;

  /**
   * @param time The machine's clock, or performance time itself where a page has it in its hands.
   * @param brush Draws the stage, where that is not as often as the screen shows a picture.
   */
  constructor(
    time?: (() => number) | StageClock,
    readonly brush: Brush | null = null,
  ) {
    this.clock = time instanceof StageClock ? time : new StageClock(time);
  }

  /** Takes what was heard just now; poses of everybody, or (not whole) with those unchanged of whom nothing was told. */
  hear(timeMs: number, poses: readonly ActorPose[] | null, scene: StageScene | null, isWhole = true): void {
    if (scene) this.clock.setRate(scene.rate);
    this.clock.heard(timeMs);
    if (poses) this.poses.add(timeMs, poses, isWhole);
    if (scene && (this.anew || scene.revision !== this.scene.get()?.revision)) {
      this.anew = false;
      this.scene.set(scene);
    }
  }

  /** A connection begins: its first scene counts even when its number is known, for the server may be another. */
  expectAnew(): void {
    this.anew = true;
  }
}
