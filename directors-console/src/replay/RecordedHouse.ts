import { decode } from "@msgpack/msgpack";
import { RecordingPieceKind, decodeHouseFrame, decodeIPictureMessage, decodeVoiceHeard, type RecordingPiece, type StageScene, type VoiceHeard } from "../contracts/contracts";
import { HouseReceiver } from "../house/receiver";
import type { StageWorld } from "../stage/world";

/** What a recording holds, on its way into a world: the same ways as in the house, at the time that is asked for. */
export class RecordedHouse {
  private receiver = new HouseReceiver();
  private waiting: RecordingPiece[] = [];
  private scene: StageScene | null = null;

  /** @param adapt What of a scene is shown: time may stand still here, or run faster. */
  constructor(
    private readonly world: StageWorld,
    private readonly adapt: (scene: StageScene) => StageScene = (scene) => scene,
  ) {}

  /** The time of the newest piece that waits; null when none does. */
  get newestMs(): number | null {
    return this.waiting.at(-1)?.timeMs ?? null;
  }

  add(pieces: readonly RecordingPiece[]): void {
    this.waiting.push(...pieces);
  }

  /** Begins at another place: what waits is dropped, and the next frame that is shown is a keyframe. */
  clear(): void {
    this.waiting = [];
    this.receiver = new HouseReceiver();
    this.world.expectAnew();
    this.world.pictures.clear();
  }

  /**
   * Shows everything up to a time; voices are given away.
   * @param isPlaying Whether the house's applause is shown: of what is passed over in a seek it is not.
   */
  feed(nowMs: number, hear: ((voice: VoiceHeard) => void) | null, isPlaying = true): void {
    const due = this.waiting.findIndex((piece) => piece.timeMs > nowMs);
    for (const piece of this.waiting.splice(0, due < 0 ? this.waiting.length : due)) {
      try {
        this.show(piece, hear, isPlaying);
      } catch {
        // What cannot be read is left out: frames go on with the next keyframe.
      }
    }
  }

  /** The scene is to be adapted in another way from now on. */
  readapt(): void {
    if (this.scene && this.world.scene.get()) this.world.scene.set(this.adapt(this.scene));
  }

  private show({ kind, data }: RecordingPiece, hear: ((voice: VoiceHeard) => void) | null, isPlaying: boolean): void {
    const message: unknown = decode(data);
    if (kind === RecordingPieceKind.Frame) {
      const shown = this.receiver.receive(decodeHouseFrame(message));
      if (!shown) return;
      this.showFrame(shown.timeMs, shown.poses, shown.scene);
      this.world.house.hear(isPlaying ? shown.mood : null, shown.seats);
    } else if (kind === RecordingPieceKind.Picture) {
      const picture = decodeIPictureMessage(message);
      if (picture.type === "HousePicture") this.world.pictures.add(picture.value.role, picture.value.picture);
      else this.world.pictures.remove(picture.value.role);
    } else hear?.(decodeVoiceHeard(message));
  }

  private showFrame(timeMs: number, poses: Parameters<StageWorld["hear"]>[1], scene: StageScene | null): void {
    if (scene) {
      // Who withdrew their consent in the middle of a scene is another there, though the scene has the same number.
      if (JSON.stringify(scene.players) !== JSON.stringify(this.scene?.players)) this.world.expectAnew();
      this.scene = scene;
    }
    this.world.hear(timeMs, poses, scene && this.adapt(scene));
  }
}
