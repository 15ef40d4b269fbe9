import {
  CapsuleGeometry, ConeGeometry, CylinderGeometry, DoubleSide, Group, LatheGeometry, Mesh, SphereGeometry, TorusGeometry, Vector2,
  type BufferGeometry, type Material, type Object3D,
} from "three";
import { HairStyle, Headwear } from "../../contracts/contracts";
import type { Costume } from "./costume";

const hipHeight = 0.92;

/** The joints of a figure; every rotation of 0 is standing upright, arms down, facing +Z. */
export interface Figure {
  root: Group;
  body: Group;
  hips: Group;
  torso: Group;
  head: Group;
  cloak: Group | null;
  skirt: Mesh;
  /** What a costume's model is worn in place of. */
  garments: readonly Object3D[];
  arms: readonly [Arm, Arm];
  legs: readonly [Limb, Limb];
}

export interface Limb {
  upper: Group;
  lower: Group;
}

export interface Arm extends Limb {
  /** What is held hangs here: +Z leads away from the hand. */
  hand: Group;
}

/** Builds a figure from primitives; index 0 of arms and legs is stage right of a figure that faces the audience. */
export function buildFigure(costume: Costume): Figure {
  const [root, body, hips, torso] = [new Group(), new Group(), new Group(), new Group()];
  root.add(body);
  body.add(hips);
  hips.position.y = hipHeight;
  hips.add(torso);
  root.scale.set(costume.height * costume.breadth, costume.height, costume.height * costume.breadth);

  const trunk = [part(doublet, costume.cloth), part(belt, costume.trim, 0, 0.02)];
  if (costume.isArmour) trunk.push(...[-1, 1].map((side) => part(pauldron, costume.trim, side * 0.235, 0.5)));
  torso.add(...trunk);
  const hem = part(belt, costume.trim, 0, 0);
  const head = buildHead(costume);
  torso.add(head);
  const skirt = part(skirtOf(costume.skirt), costume.cloth);
  hem.position.y = -costume.skirt + 0.02;
  hem.scale.setScalar((0.2 + costume.skirt * 0.22) / 0.155);
  skirt.add(hem);
  hips.add(skirt);
  const cloak = costume.cloak ? buildCloak(costume) : null;
  if (cloak) torso.add(cloak);
  const arms = [-1, 1].map((side) => buildArm(costume, torso, side)) as [Arm, Arm];
  const legs = [-1, 1].map((side) => buildLeg(costume, hips, side)) as [Limb, Limb];
  const garments = [...trunk, skirt, ...(cloak ? [cloak] : [])];
  return { root, body, hips, torso, head, cloak, skirt, garments, arms, legs };
}

/** Puts a costume's model on, made for a body that stands on its origin. */
export function dress({ torso, garments }: Figure, model: Group): void {
  for (const garment of garments) garment.visible = false;
  model.position.y -= hipHeight;
  torso.add(model);
}

const profile = (points: [number, number][]) => points.map(([r, y]) => new Vector2(r, y));
const doublet = new LatheGeometry(profile([[0.15, -0.04], [0.155, 0.06], [0.175, 0.24], [0.205, 0.4], [0.2, 0.48], [0.13, 0.545], [0.055, 0.575], [0.05, 0.62]]), 18).scale(1.12, 1, 0.78);
const belt = new TorusGeometry(0.152, 0.018, 6, 20).rotateX(Math.PI / 2).scale(1.14, 1, 0.8);
const upperArm = new CapsuleGeometry(0.058, 0.22, 3, 10).translate(0, -0.13, 0);
const foreArm = new CapsuleGeometry(0.047, 0.2, 3, 10).translate(0, -0.13, 0);
const puff = new SphereGeometry(0.092, 12, 9);
const cuff = new CylinderGeometry(0.058, 0.05, 0.05, 12);
const hand = new SphereGeometry(0.047, 10, 8).scale(0.8, 1.25, 0.6);
const thigh = new CapsuleGeometry(0.078, 0.3, 3, 10).translate(0, -0.2, 0);
const shin = new CapsuleGeometry(0.06, 0.3, 3, 10).translate(0, -0.2, 0);
const boot = new CapsuleGeometry(0.056, 0.13, 3, 10).rotateX(Math.PI / 2).scale(0.95, 0.9, 1).translate(0, 0, 0.06);
const skull = new SphereGeometry(0.118, 20, 16).scale(0.9, 1.18, 1);
const hairCap = new SphereGeometry(0.126, 18, 10, 0, Math.PI * 2, 0, Math.PI * 0.62).scale(0.95, 1.14, 1.04).rotateX(-0.45);
const cap = new CylinderGeometry(0.12, 0.135, 0.075, 18);
const capTop = new SphereGeometry(0.15, 18, 8, 0, Math.PI * 2, 0, Math.PI / 2).scale(1, 0.45, 1);
const hood = new SphereGeometry(0.155, 18, 12, 0, Math.PI * 2, 0, Math.PI * 0.72).scale(0.95, 1.15, 1.05).rotateX(-0.75);
const curl = new SphereGeometry(0.055, 10, 8);
const curls = [[-0.1, 0.2, 0.02], [0.1, 0.2, 0.02], [0, 0.26, 0.02], [-0.08, 0.22, -0.08], [0.08, 0.22, -0.08], [-0.11, 0.12, -0.05], [0.11, 0.12, -0.05], [0, 0.14, -0.13]] as const;
const longHair = new CapsuleGeometry(0.1, 0.24, 3, 12).scale(1.1, 1, 0.6);
const braid = new SphereGeometry(0.036, 8, 7).scale(1, 1.1, 1);
const crownBand = new CylinderGeometry(0.125, 0.122, 0.07, 20, 1, true);
const crownPoint = new ConeGeometry(0.024, 0.07, 4);
const helmet = new SphereGeometry(0.142, 18, 12, 0, Math.PI * 2, 0, Math.PI * 0.6).scale(0.95, 1.12, 1.05).rotateX(-0.3);
const crest = new CapsuleGeometry(0.018, 0.16, 2, 8).rotateX(Math.PI / 2);
const veil = new SphereGeometry(0.15, 18, 12, 0, Math.PI * 2, 0, Math.PI * 0.75).scale(0.98, 1.5, 1.02).rotateX(-0.8);
const pauldron = new SphereGeometry(0.115, 14, 9, 0, Math.PI * 2, 0, Math.PI / 2);
const nose = new SphereGeometry(0.018, 8, 6).scale(0.8, 1.3, 1);
const eye = new SphereGeometry(0.0125, 6, 5);
const ruff = new TorusGeometry(0.088, 0.032, 7, 20).rotateX(Math.PI / 2).scale(1, 0.75, 1);

function skirtOf(length: number): LatheGeometry {
  const flare = 0.2 + length * 0.22;
  return new LatheGeometry(profile([[flare, -length], [flare * 0.97, -length * 0.7], [0.19, -0.12], [0.16, 0.03]]), 18).scale(1.08, 1, 0.88);
}

function part(geometry: BufferGeometry, material: Material, x = 0, y = 0, z = 0): Mesh {
  const mesh = new Mesh(geometry, material);
  mesh.position.set(x, y, z);
  mesh.castShadow = true;
  return mesh;
}

function joint(parent: Group, x: number, y: number): Group {
  const group = new Group();
  group.position.set(x, y, 0);
  parent.add(group);
  return group;
}

function buildHead(costume: Costume): Group {
  const head = new Group();
  head.position.y = 0.6;
  head.add(part(skull, costume.skin, 0, 0.13), part(nose, costume.skin, 0, 0.12, 0.118));
  for (const side of [-1, 1]) head.add(part(eye, costume.eye, side * 0.04, 0.15, 0.106));
  head.add(...hairOf(costume), ...headwearOf(costume));
  if (costume.ruff) head.add(part(ruff, costume.linen, 0, -0.01));
  return head;
}

function hairOf({ style, hair }: Costume): Mesh[] {
  const crown = part(hairCap, hair, 0, 0.14, -0.008);
  switch (style) {
    case HairStyle.Bald:
      return [];
    case HairStyle.Cropped:
      crown.scale.setScalar(0.965);
      return [crown];
    case HairStyle.Curly:
      return [crown, ...curls.map(([x, y, z]) => part(curl, hair, x, y, z))];
    case HairStyle.Long:
      return [crown, part(longHair, hair, 0, 0.02, -0.05)];
    case HairStyle.Tied:
      return [crown, part(curl, hair, 0, 0.16, -0.15)];
    case HairStyle.Braided:
      return [crown, ...[0, 1, 2, 3, 4].map((knot) => part(braid, hair, 0, 0.06 - knot * 0.07, -0.13 - knot * 0.008))];
    default:
      return [crown];
  }
}

function headwearOf({ head, lining, trim }: Costume): Mesh[] {
  switch (head) {
    case Headwear.Cap:
      return [part(cap, lining, 0, 0.235), part(capTop, lining, 0, 0.265, -0.01)];
    case Headwear.Hood:
      return [part(hood, lining, 0, 0.13, -0.02)];
    case Headwear.Crown:
      return [part(crownBand, trim, 0, 0.24), ...Array.from({ length: 6 }, (_, point) => part(crownPoint, trim, Math.sin(point * 1.047) * 0.118, 0.295, Math.cos(point * 1.047) * 0.118))];
    case Headwear.Helmet:
      return [part(helmet, trim, 0, 0.14, -0.005), part(crest, lining, 0, 0.27, -0.02)];
    case Headwear.Veil:
      return [part(veil, lining, 0, 0.13, -0.03)];
    default:
      return [];
  }
}

function buildCloak(costume: Costume): Group {
  const cloak = new Group();
  cloak.position.set(0, 0.53, -0.02);
  const cloth = new CylinderGeometry(0.19, 0.4, 1.12, 20, 4, true, Math.PI * 0.56, Math.PI * 0.88);
  const position = cloth.getAttribute("position");
  for (let at = 0; at < position.count; at++) {
    const down = (0.56 - position.getY(at)) / 1.12;
    const fold = 1 + Math.sin(Math.atan2(position.getX(at), position.getZ(at)) * 11) * 0.07 * down;
    position.setXYZ(at, position.getX(at) * fold, position.getY(at), position.getZ(at) * fold * 0.72);
  }
  cloth.computeVertexNormals();
  const material = costume.lining.clone();
  material.side = DoubleSide;
  cloak.add(part(cloth, material, 0, -0.54));
  return cloak;
}

function buildArm(costume: Costume, torso: Group, side: number): Arm {
  const upper = joint(torso, side * 0.235, 0.46);
  const lower = joint(upper, 0, -0.28);
  upper.add(part(puff, costume.cloth, 0, -0.01), part(upperArm, costume.cloth));
  lower.add(part(foreArm, costume.cloth), part(cuff, costume.linen, 0, -0.24), part(hand, costume.skin, 0, -0.3));
  const grip = joint(lower, 0, -0.3);
  return { upper, lower, hand: grip };
}

function buildLeg(costume: Costume, hips: Group, side: number): Limb {
  const upper = joint(hips, side * 0.095, -0.02);
  const lower = joint(upper, 0, -0.42);
  upper.add(part(thigh, costume.hose));
  lower.add(part(shin, costume.hose), part(boot, costume.eye, 0, -0.43));
  return { upper, lower };
}
