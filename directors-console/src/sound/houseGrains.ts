import type { HouseMood } from "../contracts/contracts";
import { peopleOf } from "../stage/houseSide";

export type GrainKind = "clap" | "laugh" | "gasp" | "bravo";

/** One sound of one person: when, in seconds from the beginning of the stretch, how loud, and how high or low a voice. */
export interface Grain {
  kind: GrainKind;
  at: number;
  gain: number;
  /** 0 to 1. */
  pitch: number;
  /** Left to right, -1 to 1. */
  pan: number;
}

interface Habit {
  kind: GrainKind;
  level: (mood: HouseMood) => number;
  /** So often in a second one person is heard. */
  perPerson: number;
  /** More in a second nobody tells apart: from there on it only grows louder. */
  most: number;
}

const habits: readonly Habit[] = [
  { kind: "clap", level: (mood) => mood.applause, perPerson: 3.5, most: 70 },
  { kind: "laugh", level: (mood) => mood.laugh, perPerson: 4, most: 36 },
  { kind: "gasp", level: (mood) => mood.gasp, perPerson: 0.8, most: 9 },
  { kind: "bravo", level: (mood) => mood.bravo, perPerson: 0.6, most: 6 },
];

/** What is heard of a house in the next seconds, by chance as people are: more of them, and louder, the more react. */
export function grainsOf(mood: HouseMood, seconds: number, random: () => number = Math.random): Grain[] {
  const grains: Grain[] = [];
  for (const { kind, level, perPerson, most } of habits) {
    const wanted = peopleOf(level(mood)) * perPerson;
    const perSecond = Math.min(most, wanted);
    const gain = perSecond === 0 ? 0 : 0.16 * Math.min(3, Math.sqrt(wanted / perSecond));
    // Exponential waits between them make their number Poisson's.
    for (let at = waitFor(perSecond, random); at < seconds; at += waitFor(perSecond, random)) {
      grains.push({ kind, at, gain: gain * (0.5 + random()), pitch: random(), pan: 2 * random() - 1 });
    }
  }
  return grains;
}

const waitFor = (perSecond: number, random: () => number): number => (perSecond === 0 ? Infinity : -Math.log(1 - random()) / perSecond);
