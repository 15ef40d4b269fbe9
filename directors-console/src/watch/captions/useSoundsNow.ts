import { useEffect, useState } from "react";
import type { SoundStart } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import type { StageWorld } from "../../stage/world";

/** Long enough to be read, however short the sound is. */
const leastMs = 4000;
const mostMs = 12_000;

export function soundsAt(sounds: readonly SoundStart[], timeMs: number, rate: number): string[] {
  return sounds
    .filter((sound) => timeMs >= sound.startMs && timeMs < sound.startMs + Math.min(mostMs * rate, Math.max(leastMs * rate, sound.durationMs)))
    .map((sound) => sound.sound);
}

/** Ids of what can be heard at this moment, each once. */
export function useSoundsNow(world: StageWorld): string[] {
  const scene = useStore(world.scene);
  const [playing, setPlaying] = useState("");
  useEffect(() => {
    const look = () => setPlaying(scene ? [...new Set(soundsAt(scene.sounds, world.clock.nowMs(), scene.rate))].join("\n") : "");
    const timer = setInterval(look, 200);
    return () => clearInterval(timer);
  }, [scene, world]);
  return playing === "" ? [] : playing.split("\n");
}
