import { SlidersHorizontalIcon } from "lucide-react";
import { Popover } from "radix-ui";
import { useId } from "react";
import { useStore } from "../shared/store";
import { soundWish, wishSound, type SoundWish } from "./soundWish";

type Level = "volume" | "sounds" | "voices" | "applause" | "description";

const levels: readonly { key: Level; label: string }[] = [
  { key: "volume", label: "All" },
  { key: "sounds", label: "Sounds" },
  { key: "voices", label: "Voices" },
  { key: "applause", label: "Applause" },
  { key: "description", label: "Spoken description" },
];

/** How loud each kind is. */
export function VolumeMixer({ className }: { className: string }) {
  const wish = useStore(soundWish);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className={className} aria-label="Volumes" title="Volumes">
          <SlidersHorizontalIcon size={18} aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="volume-mixer" aria-label="Volumes" sideOffset={8} collisionPadding={8}>
          {levels.map(({ key, label }) => (
            <Slider key={key} label={label} level={wish[key]} onChange={(level) => wishSound(changed(key, level))} />
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const changed = (key: Level, level: number): Partial<SoundWish> => (key === "volume" ? { volume: level, isMuted: false } : { [key]: level });

function Slider({ label, level, onChange }: { label: string; level: number; onChange(level: number): void }) {
  const id = useId();
  const percent = Math.round(level * 100);
  return (
    <div className="volume-row">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="range" min={0} max={100} step={5} value={percent} aria-valuetext={`${percent} percent`} onChange={(event) => onChange(Number(event.target.value) / 100)} />
      <span aria-hidden="true">{percent}</span>
    </div>
  );
}
