import { Store } from "../shared/store";

/** How a person wants to hear the stage; kept in the browser, the same on every page. */
export interface SoundWish {
  isOn: boolean;
  isMuted: boolean;
  /** From 0 to 1. */
  volume: number;
}

const wishKey = "virtualstage.sound";
const first: SoundWish = { isOn: false, isMuted: false, volume: 0.8 };

export const soundWish = new Store<SoundWish>(kept(localStorage.getItem(wishKey)));

export function wishSound(change: Partial<SoundWish>): void {
  const wish = { ...soundWish.get(), ...change };
  localStorage.setItem(wishKey, JSON.stringify(wish));
  soundWish.set(wish);
}

/** What was kept, as far as it can be understood. */
export function kept(text: string | null): SoundWish {
  try {
    const { isOn, isMuted, volume } = JSON.parse(text ?? "{}") as Partial<Record<keyof SoundWish, unknown>>;
    const isLevel = typeof volume === "number" && volume >= 0 && volume <= 1;
    return { isOn: isOn === true, isMuted: isMuted === true, volume: isLevel ? volume : first.volume };
  } catch {
    return first;
  }
}
