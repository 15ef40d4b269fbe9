import { Color, MeshLambertMaterial } from "three";
import { BodyBuild, Garment, HairColour, HairStyle, Headwear, type Appearance, type CostumeInfo, type ModelInfo, type Player, type RoleInfo, type StagePlan } from "../../contracts/contracts";
import { randomFrom, seedOf } from "./random";

/** Ten tones, from the lightest. */
export const skins = [0xf6dcc6, 0xf1c9a5, 0xe5b58c, 0xd9a27a, 0xc68d62, 0xb67a50, 0x9c6440, 0x7d4d30, 0x5e3a26, 0x3f261a] as const;
export const hairs: Record<HairColour, number> = {
  [HairColour.Black]: 0x1b130f,
  [HairColour.DarkBrown]: 0x3a2418,
  [HairColour.Brown]: 0x6b4526,
  [HairColour.Auburn]: 0x7a3320,
  [HairColour.Red]: 0xa9502a,
  [HairColour.Blond]: 0xb9924f,
  [HairColour.Grey]: 0x8c8a86,
  [HairColour.White]: 0xe2dfd8,
};
/** How broad a body is; a figure of the middle is 1. */
const breadths: Record<BodyBuild, number> = { [BodyBuild.Slight]: 0.88, [BodyBuild.Medium]: 1, [BodyBuild.Broad]: 1.13, [BodyBuild.Heavy]: 1.3 };
/** A figure of scale 1 is so tall. */
const figureCm = 172;

/** What is worn, as it stands in the wardrobe; a role without a costume has one made up from its colour. */
export interface Worn {
  garment: Garment;
  colour: string;
  trim: string;
  cloak: boolean;
  head: Headwear;
  model: ModelInfo | null;
}

/** What a figure looks like. The same player looks the same to everybody. */
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
  style: HairStyle;
  head: Headwear;
  isArmour: boolean;
  /** Worn on the trunk in place of what is built there. */
  model: ModelInfo | null;
  height: number;
  breadth: number;
}

const skirts: Record<Garment, number> = {
  [Garment.Tunic]: 0.38,
  [Garment.Gown]: 0.86,
  [Garment.Doublet]: 0.22,
  [Garment.Robe]: 0.8,
  [Garment.Armour]: 0.3,
  [Garment.Coat]: 0.56,
};

/** The costume that a player wears in a role: the one that was chosen, else the role's first, else one from its colour. */
export function wornBy(role: string, chosen: string | null, plan: Pick<StagePlan, "costumes" | "roles">): Worn {
  const wardrobe = (plan.costumes ?? []).filter((costume) => costume.role === role);
  const costume: CostumeInfo | undefined = wardrobe.find((one) => one.id === chosen) ?? wardrobe[0];
  return costume ?? madeUp(role, plan.roles.find((one) => one.id === role));
}

function madeUp(role: string, info: RoleInfo | undefined): Worn {
  const random = randomFrom(seedOf(role));
  const garments = [Garment.Tunic, Garment.Doublet, Garment.Coat, Garment.Robe];
  return {
    garment: garments[Math.floor(random() * garments.length)] ?? Garment.Tunic,
    colour: info?.colour ?? "#8a8078",
    trim: "#c79b4e",
    cloak: random() < 0.7,
    head: [Headwear.Bare, Headwear.Bare, Headwear.Cap, Headwear.Hood][Math.floor(random() * 4)] ?? Headwear.Bare,
    model: null,
  };
}

/** How somebody looks who chose nothing: by the role, so that a company of bots is not one body. */
export function anybody(role: string): Appearance {
  const random = randomFrom(seedOf(role) + 17);
  const below = (count: number) => Math.floor(random() * count);
  return {
    build: ([BodyBuild.Slight, BodyBuild.Medium, BodyBuild.Medium, BodyBuild.Broad] as const)[below(4)] ?? BodyBuild.Medium,
    heightCm: 163 + below(20),
    skin: below(skins.length),
    hair: ([HairStyle.Cropped, HairStyle.Short, HairStyle.Curly, HairStyle.Long] as const)[below(4)] ?? HairStyle.Short,
    hairColour: below(8) as HairColour,
  };
}

/** Who is to be seen, and in what. */
export type Looks = Pick<Player, "role" | "appearance" | "costume"> & Partial<Pick<Player, "isSilhouette">>;

/** What changes when a figure has to be built anew. */
export const looksKey = (player: Looks | undefined): string =>
  player ? JSON.stringify([player.role, player.appearance, player.costume, player.isSilhouette ?? false]) : "";

/** Somebody who is not to be known: one body and one grey for all. */
function silhouette(): Costume {
  const grey = new MeshLambertMaterial({ color: 0x2c2926 });
  const all = { cloth: grey, trim: grey, lining: grey, hose: grey, linen: grey, skin: grey, hair: grey, eye: grey };
  return { ...all, skirt: skirts[Garment.Tunic], cloak: false, ruff: false, style: HairStyle.Bald, head: Headwear.Hood, isArmour: false, model: null, height: 1, breadth: 1 };
}

export function costumeOf(player: Looks, plan: Pick<StagePlan, "costumes" | "roles">): Costume {
  if (player.isSilhouette) return silhouette();
  const worn = wornBy(player.role, player.costume, plan);
  const body = player.appearance ?? anybody(player.role);
  const main = new Color(worn.colour);
  // Black costumes still need folds that can be seen.
  const { h, s, l } = main.getHSL({ h: 0, s: 0, l: 0 });
  main.setHSL(h, s, Math.max(0.14, l));
  const shade = (lightness: number, saturation: number) => new Color().setHSL(h, s * saturation, Math.min(0.85, Math.max(0.05, l * lightness)));
  const cloth = (paint: Color | number | string) => new MeshLambertMaterial({ color: paint });
  return {
    cloth: cloth(main),
    trim: cloth(worn.trim),
    lining: cloth(shade(0.55, 0.9)),
    hose: cloth(shade(0.4, 0.35)),
    linen: cloth(0xe9e0cf),
    skin: cloth(skins[body.skin] ?? skins[4]),
    hair: cloth(hairs[body.hairColour] ?? hairs[HairColour.Brown]),
    eye: cloth(0x17100c),
    skirt: skirts[worn.garment] ?? skirts[Garment.Tunic],
    cloak: worn.cloak,
    // A model brings a collar of its own.
    ruff: worn.model === null && (worn.garment === Garment.Doublet || worn.garment === Garment.Gown),
    style: body.hair,
    head: worn.head,
    isArmour: worn.garment === Garment.Armour,
    model: worn.model,
    height: body.heightCm / figureCm,
    breadth: breadths[body.build] ?? 1,
  };
}
