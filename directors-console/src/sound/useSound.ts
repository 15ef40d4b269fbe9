import { useEffect, useMemo } from "react";
import type { StagePlan } from "../contracts/contracts";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { soundWish } from "./soundWish";
import { SoundPlayer } from "./SoundPlayer";

/** Lets a page's stage be heard as the person wishes, for as long as the page shows it. */
export function useSound(world: StageWorld, plan: StagePlan | null): SoundPlayer {
  const player = useMemo(() => new SoundPlayer(world), [world]);
  const { isOn, isMuted, volume, sounds, voices, applause } = useStore(soundWish);
  useEffect(() => player.setPlan(plan), [player, plan]);
  useEffect(() => player.setLevel(isMuted ? 0 : volume), [player, isMuted, volume]);
  useEffect(() => player.setLevels({ sounds, voices, applause }), [player, sounds, voices, applause]);
  useEffect(() => {
    if (!isOn) return;
    void player.start();
    // A wish of an earlier visit: the browser lets it sound after the first press of anything.
    const resume = () => {
      if (player.state.get() === "waiting") void player.start();
    };
    addEventListener("pointerup", resume);
    addEventListener("keyup", resume);
    return () => {
      removeEventListener("pointerup", resume);
      removeEventListener("keyup", resume);
      player.stop();
    };
  }, [player, isOn]);
  return player;
}
