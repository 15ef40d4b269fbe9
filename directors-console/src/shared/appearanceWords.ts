import { BodyBuild, HairColour, HairStyle, type Appearance } from "../contracts/contracts";

export const buildName: Record<BodyBuild, string> = { [BodyBuild.Slight]: "Slight", [BodyBuild.Medium]: "Medium", [BodyBuild.Broad]: "Broad", [BodyBuild.Heavy]: "Heavy" };

export const hairStyleName: Record<HairStyle, string> = {
  [HairStyle.Bald]: "None",
  [HairStyle.Cropped]: "Cropped",
  [HairStyle.Short]: "Short",
  [HairStyle.Curly]: "Curly",
  [HairStyle.Long]: "Long",
  [HairStyle.Tied]: "Tied back",
  [HairStyle.Braided]: "Braided",
};

export const hairColourName: Record<HairColour, string> = {
  [HairColour.Black]: "Black",
  [HairColour.DarkBrown]: "Dark brown",
  [HairColour.Brown]: "Brown",
  [HairColour.Auburn]: "Auburn",
  [HairColour.Red]: "Red",
  [HairColour.Blond]: "Blond",
  [HairColour.Grey]: "Grey",
  [HairColour.White]: "White",
};

export const skinNames = ["Very light", "Light", "Light beige", "Beige", "Tan", "Light brown", "Brown", "Dark brown", "Very dark brown", "Deepest"] as const;

export const leastHeightCm = 130;
export const mostHeightCm = 210;

/** How somebody is seen before they choose. */
export const plainAppearance: Appearance = { build: BodyBuild.Medium, heightCm: 170, skin: 4, hair: HairStyle.Short, hairColour: HairColour.Brown };

/** "1.82 m, broad build, tan skin, long auburn hair, in The inky cloak." */
export function appearanceInWords({ build, heightCm, skin, hair, hairColour }: Appearance, costume: string | null): string {
  const hairs = hair === HairStyle.Bald ? "no hair" : `${hairStyleName[hair].toLowerCase()} ${hairColourName[hairColour].toLowerCase()} hair`;
  const body = `${(heightCm / 100).toFixed(2)} m, ${buildName[build].toLowerCase()} build, ${(skinNames[skin] ?? "").toLowerCase()} skin, ${hairs}`;
  return costume ? `${body}, in ${costume}.` : `${body}.`;
}
