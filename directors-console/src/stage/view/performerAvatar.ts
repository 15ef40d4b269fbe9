import { Material, Mesh } from "three";
import type { PerformerPlace, StagePlan } from "../../contracts/contracts";
import type { Joints } from "../../pictures/jointsTrack";
import { BodyMotion } from "./bodyMotion";
import { costumeOf } from "./costume";
import { buildFigure, dress, type Figure } from "./figure";
import type { Models } from "./models";

const headMetres = 1.75;

/** A performer who appears as an avatar: a figure in the role's costume that their body moves. */
export class PerformerAvatar {
  private readonly figure: Figure;
  private readonly motion: BodyMotion;
  private readonly height: number;
  /** Its own ones: a model's are shared with others. */
  private readonly cloths = new Set<Material>();
  private opacity = 1;

  constructor(role: string, plan: StagePlan, models: Models) {
    const costume = costumeOf({ role, appearance: null, costume: null }, plan);
    this.figure = buildFigure(costume);
    this.motion = new BodyMotion(this.figure);
    this.height = costume.height;
    this.figure.root.traverse((part) => {
      if (part instanceof Mesh) this.cloths.add(part.material as Material);
    });
    void models.whenThere(costume.model, (model) => dress(this.figure, model));
  }

  get root() {
    return this.figure.root;
  }

  get headMetres(): number {
    return headMetres * this.height;
  }

  /** Stands at a place, as the body stood that moves it. */
  show(place: PerformerPlace, joints: Joints | null, seconds: number): void {
    const { root } = this.figure;
    root.visible = place.opacity > 0.01;
    root.position.set(place.x, 0, place.z);
    root.rotation.y = (place.facingDegrees * Math.PI) / 180;
    this.motion.show(joints, seconds);
    if (place.opacity !== this.opacity) this.fade(place.opacity);
  }

  dispose(): void {
    for (const cloth of this.cloths) cloth.dispose();
  }

  private fade(opacity: number): void {
    this.opacity = opacity;
    for (const cloth of this.cloths) {
      cloth.transparent = opacity < 1;
      cloth.opacity = opacity;
    }
  }
}
