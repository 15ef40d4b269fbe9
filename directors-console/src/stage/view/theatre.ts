import { Color, Group, Mesh, MeshBasicMaterial, MeshLambertMaterial, MeshStandardMaterial, PlaneGeometry, BoxGeometry, type Texture } from "three";
import type { StagePlan } from "../../contracts/contracts";
import { planks, skyGlow, velvet } from "./textures";

/** What stands in every theatre, whatever is played: floor, backdrop, wings and the arch. */
export interface Theatre {
  root: Group;
  /** Tints the backdrop: the sum of the sky lamps. */
  setSky(colour: Color): void;
  /** How much of the stage's light falls on arch and curtains, 0 to 1. */
  setSpill(share: number): void;
}

const floorColour = 0xa06e48;

/** The arch's opening for a stage of a width, in metres. */
export const openingOf = (plan: StagePlan) => ({ width: plan.width + 0.8, height: Math.max(4.4, plan.width * 0.43) });

export function buildTheatre(plan: StagePlan, modest: boolean): Theatre {
  const root = new Group();
  const { width, height } = openingOf(plan);
  const front = plan.depth / 2 + 0.9;
  root.add(buildFloor(plan, front, modest));

  const sky = new MeshBasicMaterial({ map: skyGlow(), color: 0 });
  const backdrop = new Mesh(new PlaneGeometry(width * 1.7, height * 1.7), sky);
  backdrop.position.set(0, height * 0.85 - 0.05, -plan.depth / 2 - 1.6);
  root.add(backdrop);

  const dark = new MeshBasicMaterial({ color: 0x060404 });
  const legCloth = velvet().clone();
  legCloth.repeat.set(1.3, 1);
  const legs = new MeshBasicMaterial({ map: legCloth, color: 0x2b2020 });
  for (const side of [-1, 1]) {
    for (let leg = 0; leg < 3; leg++) {
      const panel = new Mesh(new PlaneGeometry(3, height * 1.6), legs);
      panel.position.set(side * (width / 2 + 1.15), height * 0.8, front - 1.2 - (leg * plan.depth) / 3);
      root.add(panel);
    }
  }
  const border = new Mesh(new PlaneGeometry(width * 2, height), dark);
  border.position.set(0, height * 1.42, -plan.depth / 4);
  root.add(border);

  const arch = buildArch(width, height, front);
  root.add(arch.root);
  return {
    root,
    setSky: (colour) => sky.color.copy(colour),
    setSpill: arch.setSpill,
  };
}

function buildFloor(plan: StagePlan, front: number, modest: boolean): Group {
  const floor = new Group();
  const [width, depth] = [plan.width + 6, plan.depth / 2 + front + 1.6];
  const boards = planks().clone();
  boards.repeat.set(width / 2.4, depth / 4.8);
  const wood = modest ? new MeshLambertMaterial({ map: boards, color: floorColour }) : new MeshStandardMaterial({ map: boards, color: floorColour, roughness: 0.6 });
  const surface = new Mesh(new PlaneGeometry(width, depth).rotateX(-Math.PI / 2), wood);
  surface.position.z = front - depth / 2;
  surface.receiveShadow = true;
  const edge = new Mesh(new BoxGeometry(width, 0.9, 0.12), new MeshLambertMaterial({ color: 0x24150d }));
  edge.position.set(0, -0.451, front);
  floor.add(surface, edge);
  return floor;
}

function buildArch(width: number, height: number, front: number) {
  const root = new Group();
  const lit: { material: MeshBasicMaterial; full: Color }[] = [];
  const paint = (full: number, map: Texture | null = null) => {
    const material = new MeshBasicMaterial({ map, color: full });
    lit.push({ material, full: new Color(full) });
    return material;
  };
  const put = (x: number, y: number, z: number, [w, h, d]: [number, number, number], material: MeshBasicMaterial) => {
    const part = new Mesh(d > 0 ? new BoxGeometry(w, h, d) : new PlaneGeometry(w, h), material);
    part.position.set(x, y, z);
    root.add(part);
  };
  const [wall, gold, bright] = [paint(0x2a1a12), paint(0x7d5525), paint(0xb98a45)];
  const folds = (share: number) => {
    const map = velvet().clone();
    map.repeat.set(share, 1);
    return paint(0xcfc0b8, map);
  };
  const [curtain, valance] = [folds(0.55), folds(Math.round(width / 2.2))];
  for (const side of [-1, 1]) {
    put(side * (width / 2 + 0.2), height / 2, front - 0.35, [1.5, height, 0], curtain);
    put(side * (width / 2 + 1.15), height / 2, front, [0.5, height + 0.6, 0.3], gold);
    put(side * (width / 2 + 0.93), height / 2, front + 0.05, [0.07, height + 0.1, 0.34], bright);
    put(side * (width / 2 + 11.4), height / 2, front - 0.02, [20, height * 5, 0.1], wall);
  }
  put(0, height - 0.1, front - 0.3, [width + 2, 0.85, 0], valance);
  put(0, height + 0.55, front, [width + 2.8, 0.5, 0.3], gold);
  put(0, height + 0.3, front + 0.05, [width + 2, 0.07, 0.34], bright);
  put(0, height * 1.5 + 0.8, front - 0.02, [width + 40, height + 0.1, 0.1], wall);
  const pit = new Mesh(new PlaneGeometry(60, 40).rotateX(-Math.PI / 2), new MeshBasicMaterial({ color: 0x050303 }));
  pit.position.set(0, -0.9, front + 20);
  root.add(pit);
  return {
    root,
    setSpill(share: number) {
      for (const { material, full } of lit) material.color.copy(full).multiplyScalar(0.3 + 0.6 * share);
    },
  };
}
