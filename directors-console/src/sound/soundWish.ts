import { isLevel, isTruth, KeptStore, type Checks } from "../shared/keptStore";

/** How a person wants to hear the stage; kept in the browser, the same on every page. Levels are from 0 to 1. */
export interface SoundWish {
  isOn: boolean;
  isMuted: boolean;
  volume: number;
  /** Of the stage's sounds, of the voices on it and of the house's applause: how loud they are among each other. */
  sounds: number;
  voices: number;
  applause: number;
  /** Of the audio description when it is spoken. */
  description: number;
}

export const firstWish: SoundWish = { isOn: false, isMuted: false, volume: 0.8, sounds: 1, voices: 1, applause: 1, description: 1 };

export const wishChecks: Checks<SoundWish> = { isOn: isTruth, isMuted: isTruth, volume: isLevel, sounds: isLevel, voices: isLevel, applause: isLevel, description: isLevel };

export const soundWish = new KeptStore<SoundWish>("virtualstage.sound", firstWish, wishChecks);

export const wishSound = (change: Partial<SoundWish>): void => soundWish.wish(change);
