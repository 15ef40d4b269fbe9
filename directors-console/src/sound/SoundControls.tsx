import { Volume2Icon, VolumeXIcon } from "lucide-react";
import { useId } from "react";
import { useStore } from "../shared/store";
import type { SoundPlayer } from "./SoundPlayer";
import { soundWish, wishSound } from "./soundWish";
import { VolumeMixer } from "./VolumeMixer";

/** Sound on, mute, how loud, and how loud each kind is. Nothing sounds before it is asked for. */
export function SoundControls({ player, className = "tool" }: { player: SoundPlayer; className?: string }) {
  const state = useStore(player.state);
  const { isOn, isMuted, volume } = useStore(soundWish);
  const slider = useId();
  if (state === "failed") return <p className="sound-controls">This browser plays no sound.</p>;
  if (!isOn || state === "waiting") {
    return (
      <div className="sound-controls" role="group" aria-label="Sound">
        <button
          type="button"
          className={`${className} with-text is-asking`}
          onClick={() => {
            wishSound({ isOn: true });
            void player.start();
          }}
        >
          <VolumeXIcon size={18} aria-hidden="true" /> <span>Sound on</span>
        </button>
      </div>
    );
  }
  return (
    <div className="sound-controls" role="group" aria-label="Sound">
      <button type="button" className={className} aria-pressed={isMuted} aria-label="Mute" title={isMuted ? "Muted: press to hear the stage" : "Mute"} onClick={() => wishSound({ isMuted: !isMuted })}>
        {isMuted ? <VolumeXIcon size={18} aria-hidden="true" /> : <Volume2Icon size={18} aria-hidden="true" />}
      </button>
      <label htmlFor={slider} className="visually-hidden">
        Volume
      </label>
      <input
        id={slider}
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(volume * 100)}
        aria-valuetext={isMuted ? `${Math.round(volume * 100)} percent, muted` : `${Math.round(volume * 100)} percent`}
        onChange={(event) => wishSound({ volume: Number(event.target.value) / 100, isMuted: false })}
      />
      <VolumeMixer className={className} />
    </div>
  );
}
