import { BufferAttribute, Group, Mesh, MeshBasicMaterial, PlaneGeometry, type MeshLambertMaterial } from "three";
import type { PerformerPlace } from "../../contracts/contracts";
import type { DecodedPicture } from "../../pictures/decodePicture";
import { matteMaterial } from "./matteMaterial";
import { MatteTextures } from "./matteTextures";
import { footShadow, silhouetteOf } from "./silhouette";
import { Stature } from "./stature";
import { turnedTo } from "./turn";

/** How tall a performer stands on the stage, whatever their camera is. */
const standingMetres = 1.75;
/** Of whom the camera sees the upper body alone is as high as that: more would be a giant. */
const cutMetres = 1.2;
const silhouetteMetres = { width: 0.875, height: standingMetres };
const shadowStrength = 0.55;
/** How fast the size goes to another one, a second. */
const pace = 1.5;

/** A performer on the stage: their picture standing on the mark, lit by the lamps, with a shadow; an outline while there is none. */
export class Billboard {
  readonly root = new Group();
  /** How high the picture's top of the head is above the floor. */
  headMetres = standingMetres;
  private readonly textures: MatteTextures;
  private readonly material: MeshLambertMaterial;
  private readonly picture: Mesh;
  private readonly outline: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly shadow: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly stature = new Stature();
  private held: DecodedPicture | null = null;
  /** How high that is what the camera sees of the body; null before it was known. */
  private metres: number | null = null;

  constructor(name: string, modest: boolean) {
    this.textures = new MatteTextures(modest);
    this.material = matteMaterial(this.textures.current);
    this.picture = new Mesh(roundedPlane(), this.material);
    this.picture.castShadow = true;
    this.outline = new Mesh(
      new PlaneGeometry(silhouetteMetres.width, silhouetteMetres.height).translate(0, silhouetteMetres.height / 2, 0),
      new MeshBasicMaterial({ map: silhouetteOf(name), transparent: true, alphaTest: 0.03 }),
    );
    this.shadow = new Mesh(
      new PlaneGeometry(1.1, 0.55).rotateX(-Math.PI / 2).translate(0, 0.012, 0),
      new MeshBasicMaterial({ map: footShadow(), transparent: true, depthWrite: false }),
    );
    this.root.add(this.shadow, this.outline, this.picture);
  }

  /** Takes a picture over: it is given back once the next one comes. */
  take(next: DecodedPicture): void {
    const before = this.held;
    this.held = next;
    this.stature.measure(next.timeMs, next.body);
    this.textures.take(next);
    ({ colour: this.material.map, alpha: this.material.alphaMap } = this.textures.current);
    before?.close();
  }

  /** The performer lets themselves be seen no more. */
  forget(): void {
    this.held?.close();
    this.held = null;
  }

  /** Stands at a place, towards an eye, after so many more seconds. */
  show(place: PerformerPlace, eye: { x: number; z: number }, seconds: number): void {
    this.root.visible = place.opacity > 0.01;
    this.root.position.set(place.x, 0, place.z);
    const yaw = turnedTo((place.facingDegrees * Math.PI) / 180, Math.atan2(eye.x - place.x, eye.z - place.z));
    this.picture.rotation.y = this.outline.rotation.y = yaw;
    const stance = this.held ? this.stature.show(seconds) : null;
    this.picture.visible = this.held !== null && stance !== null;
    this.outline.visible = !this.picture.visible;
    this.material.opacity = place.opacity;
    this.outline.material.opacity = place.opacity * 0.6;
    this.shadow.material.opacity = place.opacity * shadowStrength;
    this.headMetres = standingMetres;
    if (!this.held || !stance) return;
    const wanted = stance.isCut ? cutMetres : standingMetres;
    this.metres = this.metres === null ? wanted : this.metres + (wanted - this.metres) * (1 - Math.exp(-pace * seconds));
    const high = this.metres / stance.height;
    const wide = (high * this.held.width) / this.held.height;
    this.headMetres = this.metres;
    this.picture.scale.set(wide, high, 1);
    // Feet on the mark: the picture goes on below them and aside of them.
    const aside = (0.5 - stance.centre) * wide;
    this.picture.position.set(Math.cos(yaw) * aside, (stance.bottom - 0.5) * high, -Math.sin(yaw) * aside);
  }

  dispose(): void {
    this.forget();
    for (const mesh of [this.picture, this.outline, this.shadow]) mesh.geometry.dispose();
    for (const material of [this.outline.material, this.shadow.material]) {
      material.map?.dispose();
      material.dispose();
    }
    this.material.dispose();
    this.textures.dispose();
  }
}

/** A plane of one by one metre that takes light as if it were round: from the sides as well, as a body does. */
function roundedPlane(): PlaneGeometry {
  const plane = new PlaneGeometry(1, 1, 2, 1);
  const [position, normal, uv] = [plane.getAttribute("position"), plane.getAttribute("normal"), plane.getAttribute("uv")];
  for (let at = 0; at < position.count; at++) {
    const [x, y, z] = [position.getX(at) * 1.2, 0.2, 1];
    const length = Math.hypot(x, y, z);
    normal.setXYZ(at, x / length, y / length, z / length);
    uv.setY(at, 1 - uv.getY(at));
  }
  plane.setAttribute("normal", new BufferAttribute(normal.array, 3));
  return plane;
}
