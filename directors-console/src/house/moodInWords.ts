import type { HouseMood } from "../contracts/contracts";
import { peopleOf } from "../stage/houseSide";

/** What is heard of a house, as a person says it; empty while it is quiet. */
export function moodInWords(mood: HouseMood): string {
  const heard = kinds.flatMap(({ level, few, many, all }) => {
    const share = peopleOf(level(mood)) / Math.max(1, mood.size);
    return share <= 0 ? [] : [share < 0.15 ? few : share < 0.6 ? many : all];
  });
  return heard.join(", ");
}

const kinds = [
  { level: (mood: HouseMood) => mood.applause, few: "a few hands clap", many: "applause", all: "the whole house applauds" },
  { level: (mood: HouseMood) => mood.laugh, few: "somebody laughs", many: "laughter", all: "the whole house laughs" },
  { level: (mood: HouseMood) => mood.gasp, few: "somebody gasps", many: "gasps", all: "the whole house gasps" },
  { level: (mood: HouseMood) => mood.bravo, few: "a bravo", many: "bravos", all: "bravos from everywhere" },
];
