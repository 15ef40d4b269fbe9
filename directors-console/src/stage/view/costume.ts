import { Color, MeshLambertMaterial } from "three";
import { randomFrom, seedOf } from "./random";

const skins = [0xf1c9a5, 0xd9a27a, 0xb67a50, 0x8a5836, 0x5e3a26];
const hairs = [0x1b130f, 0x3a2418, 0x6b4526, 0x9a7440, 0x8c8a86];

/** What tells one figure from another besides its role's colour. The same role looks the same to everybody. */
export interface Costume {
  cloth: MeshLambertMaterial;
  trim: MeshLambertMaterial;
  lining: MeshLambertMaterial;
  hose: MeshLambertMaterial;
  linen: MeshLambertMaterial;
  skin: MeshLambertMaterial;
  hair: MeshLambertMaterial;
  eye: MeshLambertMaterial;
  /** Length of the tunic below the waist, metres. */
  skirt: number;
  cloak: boolean;
  ruff: boolean;
  /** 0 bare-headed, 1 cap, 2 hood. */
  head: 0 | 1 | 2;
  height: number;
}

export function costumeOf(role: string, colour: string): Costume {
  const random = randomFrom(seedOf(role));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const main = new Color(colour);
  // Black costumes still need folds that can be seen.
  const { h, s, l } = main.getHSL({ h: 0, s: 0, l: 0 });
  main.setHSL(h, s, Math.max(0.14, l));
  const shade = (lightness: number, saturation: number) => new Color().setHSL(h, s * saturation, Math.min(0.85, Math.max(0.05, l * lightness)));
  const cloth = (paint: Color | number) => new MeshLambertMaterial({ color: paint });
  return {
    cloth: cloth(main),
    trim: cloth(new Color(0xc79b4e).lerp(main, 0.15)),
    lining: cloth(shade(0.55, 0.9)),
    hose: cloth(shade(0.4, 0.35)),
    linen: cloth(0xe9e0cf),
    skin: cloth(pick(skins)),
    hair: cloth(pick(hairs)),
    eye: cloth(0x17100c),
    skirt: 0.3 + random() * 0.45,
    cloak: random() < 0.7,
    ruff: random() < 0.6,
    head: pick([0, 0, 1, 2] as const),
    height: 0.95 + random() * 0.1,
  };
}
