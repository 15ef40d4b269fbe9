import { ACESFilmicToneMapping, PCFShadowMap, PerspectiveCamera, Scene, WebGLRenderer } from "three";
import type { StagePlan } from "../../contracts/contracts";
import { Attention } from "../camera/attention";
import type { HouseCamera, SpeakerPlace } from "../camera/houseCamera";
import { speakerOf } from "../camera/speaker";
import type { Quality } from "../quality";
import { lightsAt } from "../transition";
import type { ActorPose } from "../../contracts/snapshot";
import type { StageWorld } from "../world";
import { Company } from "./company";
import { frameActor, type Seat } from "./eyes";
import { drawsInSoftware } from "./graphics";
import { HouseRows } from "./houseRows";
import { Labels } from "./labels";
import { LampRig } from "./lampRig";
import { Models } from "./models";
import { Pace } from "./pace";
import { Performers } from "./performers";
import { Props } from "./props";
import { Ring, type Spot } from "./ring";
import { Scenery } from "./scenery";
import { buildTheatre, type Theatre } from "./theatre";

/** Whose eyes the stage is seen by. */
export interface Eyes {
  actor: number;
  seat: Seat;
  /** Where they look, in radians. */
  heading(): number;
  /** Their own pose as it is shown: ahead of what the stage has told. */
  show(pose: ActorPose, nowMs: number): ActorPose;
}

export interface StageOptions {
  nameTags: boolean;
  /** Nothing moves that does not have to (prefers-reduced-motion). */
  calm: boolean;
  ring: Spot | null;
  mostPixelRatio: number;
  /** Null for somebody in the house. */
  eyes: Eyes | null;
  /** How somebody in the house sees it. */
  camera: HouseCamera;
  /** Told how much of the picture the device has time for, when that changes. */
  onQuality(quality: Quality): void;
}

/** So far beside the stage nobody can be seen. */
const wingMetres = 0.9;

/** Draws a stage until it is disposed of. The constructor throws where there is no WebGL. */
export class StageView {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera();
  private readonly theatre: Theatre;
  private readonly rig: LampRig;
  private readonly scenery: Scenery;
  private readonly company: Company;
  private readonly performers: Performers;
  private readonly props: Props;
  private readonly models: Models;
  private readonly ring = new Ring();
  private readonly house: HouseRows;
  private readonly labels: Labels;
  private readonly pace: Pace;
  private readonly resizing: ResizeObserver;
  private readonly stopDrawing: () => void;
  private frames = 0;
  private paintedMs: number | null = null;
  /** Follows the light as eyes do, so that a night can be seen and a court does not glare. */
  private exposure = 1.4;
  private readonly attention = new Attention();
  private speaker: SpeakerPlace | null = null;
  private quality: Quality | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    layer: HTMLElement,
    private readonly plan: StagePlan,
    private readonly world: StageWorld,
    public options: StageOptions,
  ) {
    const modest = drawsInSoftware();
    this.renderer = new WebGLRenderer({ canvas, antialias: !modest, powerPreference: "high-performance" });
    this.renderer.toneMapping = ACESFilmicToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.renderer.shadowMap.autoUpdate = false;
    this.pace = new Pace(Math.min(devicePixelRatio, options.mostPixelRatio), modest);
    this.theatre = buildTheatre(plan, modest);
    this.rig = new LampRig(plan.lamps, modest ? 512 : 1024);
    // How many things are drawn as models is left for tests, which see no pictures.
    this.models = new Models((shown) => (canvas.dataset["models"] = String(shown)));
    this.scenery = new Scenery(plan.pieces, this.models);
    this.company = new Company(plan, plan.width / 2 + wingMetres, this.models);
    this.performers = new Performers(plan, world.pictures, modest, this.models);
    this.props = new Props(plan.props ?? [], this.models);
    this.labels = new Labels(layer);
    this.house = new HouseRows(plan);
    this.scene.add(this.theatre.root, this.rig.root, this.scenery.root, this.company.root, this.performers.root, this.props.root, this.ring.mesh, this.house.root);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(canvas);
    this.resize();
    this.stopDrawing = world.brush?.paint((ms) => this.paint(ms)) ?? this.drawOnAndOn();
  }

  dispose(): void {
    this.stopDrawing();
    this.resizing.disconnect();
    this.labels.clear();
    this.models.dispose();
    delete this.canvas.dataset["models"];
    delete this.canvas.dataset["house"];
    this.performers.dispose();
    this.renderer.dispose();
  }

  private resize(): void {
    this.renderer.setPixelRatio(this.pace.ratio);
    this.renderer.setSize(Math.max(1, this.canvas.clientWidth), Math.max(1, this.canvas.clientHeight), false);
  }

  private drawOnAndOn(): () => void {
    this.renderer.setAnimationLoop((ms) => {
      const sinceMs = this.pace.next(ms);
      if (sinceMs === null) return;
      if (this.pace.frame(sinceMs)) this.resize();
      this.draw(sinceMs, ms);
    });
    return () => this.renderer.setAnimationLoop(null);
  }

  /** Draws the picture of a moment, however long the machine takes for it. */
  private paint(ms: number): void {
    this.draw(this.paintedMs === null ? 16 : ms - this.paintedMs, ms);
    this.paintedMs = ms;
  }

  private draw(sinceMs: number, ms: number): void {
    this.frames++;
    this.tellQuality();
    const seconds = Math.min(0.5, sinceMs / 1000);
    this.showWorld(seconds, ms / 1000);
    const [width, height] = [this.canvas.clientWidth || 1, this.canvas.clientHeight || 1];
    this.frame(width / height, seconds);
    this.renderer.shadowMap.needsUpdate = !this.pace.isStrained || this.frames % (this.quality === "least" ? 8 : 3) === 0;
    this.renderer.render(this.scene, this.camera);
    this.labels.show(this.options.nameTags ? [...this.company.tags(), ...this.performers.tags()] : [], this.camera, width, height);
  }

  private tellQuality(): void {
    if (this.quality === this.pace.quality) return;
    this.quality = this.pace.quality;
    this.rig.hasBeams = this.quality !== "least";
    this.options.onQuality(this.quality);
  }

  private frame(aspect: number, seconds: number): void {
    const { eyes, calm } = this.options;
    const own = eyes && this.company.members.get(eyes.actor);
    const seat = own ? eyes.seat : "house";
    this.house.show(this.world.house.seats.get(), seat !== "house");
    this.canvas.dataset["house"] = String(this.house.count);
    if (eyes && own && seat !== "house") {
      own.figure.root.visible = seat !== "eyes";
      frameActor(this.camera, seat, own.pose, eyes.heading(), aspect);
    } else this.options.camera.aim(this.camera, { plan: this.plan, aspect, attention: this.attention.x, speaker: this.speaker, seconds, calm });
  }

  private showWorld(seconds: number, time: number): void {
    const scene = this.world.scene.get();
    if (!scene) return;
    const now = this.world.clock.nowMs();
    this.rig.apply(lightsAt(scene.light, now));
    this.theatre.setSky(this.rig.sky);
    this.theatre.setSpill(this.rig.total);
    const adapted = Math.min(2.1, 2.2 / (0.55 + 1.6 * this.rig.total));
    this.exposure += (adapted - this.exposure) * (this.frames < 3 ? 1 : Math.min(1, seconds * 2));
    this.renderer.toneMappingExposure = this.exposure;
    this.scenery.apply(scene.scenery, now);
    const { eyes } = this.options;
    const shownMs = this.world.clock.shownMs();
    const poses = this.world.poses.at(shownMs).map((pose) => (pose.actor === eyes?.actor ? eyes.show(pose, time * 1000) : pose));
    this.company.show(poses, scene, seconds, time, this.options.calm);
    this.performers.show(scene, now, shownMs, this.camera.position, seconds);
    this.props.show(scene.props ?? [], this.company.members);
    this.ring.show(this.options.ring, time, this.options.calm);
    const performers = this.performers.places();
    this.speaker = speakerOf(poses, performers, scene.surtitle, this.plan);
    const seen = [...poses.filter((pose) => Math.abs(pose.x) < this.plan.width / 2), ...performers];
    const middle = seen.reduce((sum, { x }) => sum + x, 0) / Math.max(1, seen.length);
    this.attention.follow(this.speaker?.x ?? middle, seconds, this.options.calm);
  }
}
