import type { BodyBox, PerformerPicture } from "../contracts/contracts";
import { decodePicture, type DecodedPicture } from "../pictures/decodePicture";
import { PictureTrack } from "../pictures/pictureTrack";
import { Store } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { Talk } from "../voice/Talk";
import { Camera } from "./Camera";
import { Capture } from "./Capture";
import { framingOf, type Framing } from "./framing";
import { JpegMaker } from "./JpegMaker";
import { lightingOf, type SmallPicture } from "./lighting";
import { PerformerConnection } from "./PerformerConnection";
import { Steady } from "./steady";

/** So long something has to be so before it is said. */
const framingMs = 600;
const lightMs = 1400;
const followedMs = 600;

/** A performer's page behind its looks: the camera's pictures go up, the own matte and what is to be said of both come out. */
export class Performer {
  readonly connection: PerformerConnection;
  readonly camera = new Camera();
  readonly talk: Talk;
  readonly framing = new Store<Framing | null>(null);
  readonly lighting = new Store<readonly string[]>([]);
  /** The own pictures, cut out, as they come. */
  readonly matte = new PictureTrack<DecodedPicture>(decodePicture);
  /** Where the performer is in their picture; null before anything is known. */
  body: BodyBox | null = null;
  /** Whether the body is followed well enough to move an avatar. */
  readonly isFollowed = new Store(false);
  /** Mattes that came. */
  mattes = 0;
  private readonly steadyFraming = new Steady<Framing | null>(null, framingMs, (one, other) => one?.words === other?.words);
  private readonly steadyLight = new Steady<readonly string[]>([], lightMs, (one, other) => one.join() === other.join());
  private readonly steadyFollowed = new Steady(false, followedMs, (one, other) => one === other);
  private maker: JpegMaker | null = null;
  private capture: Capture | null = null;

  constructor(
    url: string,
    private readonly world: StageWorld,
  ) {
    this.connection = new PerformerConnection(url);
    this.talk = new Talk(
      (message) => message.type === "VoiceFrame" && this.connection.send(message),
      () => ({ nowMs: world.clock.nowMs(), rate: this.rate }),
    );
  }

  start(): void {
    this.connection.listen({ matte: (picture) => this.cutOut(picture), refused: (reason) => this.talk.refused(reason) });
    this.connection.start();
  }

  stop(): void {
    this.look(null);
    this.connection.listen(null);
    this.connection.stop();
    this.camera.close();
    this.talk.stop();
    this.matte.clear();
  }

  /** Takes the camera's pictures from a video that shows them; null stops it. */
  look(video: HTMLVideoElement | null): void {
    this.capture?.stop();
    this.maker?.stop();
    [this.capture, this.maker] = [null, null];
    if (!video) return;
    const maker = new JpegMaker();
    this.maker = maker;
    this.capture = new Capture(video, (from, withSmall) => maker.make(from, withSmall), {
      // Before the theatre's time is known, a picture could not be told when it was.
      next: () => (this.world.clock.isSet ? this.connection.nextFrame() : null),
      take: (number, jpeg, atMs) => this.connection.frame(number, jpeg && { jpeg, timeMs: this.stageTimeOf(atMs) }),
      light: (small) => this.judgeLight(small),
    });
    this.capture.start();
  }

  private get rate(): number {
    return this.world.scene.get()?.rate ?? 1;
  }

  private stageTimeOf(localMs: number): number {
    return Math.round(this.world.clock.nowMs() - Math.max(0, performance.now() - localMs) * this.rate);
  }

  private cutOut(picture: PerformerPicture): void {
    this.mattes++;
    this.body = picture.body;
    this.matte.add(picture);
    this.isFollowed.set(this.steadyFollowed.offer(picture.joints !== null, performance.now()));
    this.framing.set(this.steadyFraming.offer(framingOf(picture.body), performance.now()));
  }

  private judgeLight(small: SmallPicture): void {
    this.lighting.set(this.steadyLight.offer(lightingOf(small, this.body), performance.now()));
  }
}
