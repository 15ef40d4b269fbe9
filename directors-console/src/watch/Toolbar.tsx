import { CaptionsIcon, MaximizeIcon, TagIcon, VideoIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Player, StagePlan } from "../contracts/contracts";
import { SoundControls } from "../sound/SoundControls";
import type { SoundPlayer } from "../sound/SoundPlayer";
import { Programme } from "./Programme";

export interface Wishes {
  nameTags: boolean;
  inWords: boolean;
  /** Performers' pictures, which take more of a line than all the rest. */
  pictures: boolean;
}

interface Props {
  performance: string;
  plan: StagePlan | null;
  players: readonly Player[];
  hasPerformers: boolean;
  wishes: Wishes;
  sound: SoundPlayer;
  onWish(wishes: Wishes): void;
}

export function Toolbar({ performance, plan, players, hasPerformers, wishes, sound, onWish }: Props) {
  return (
    <header className="watch-bar">
      <h1>{plan?.title ?? "VirtualStage"}</h1>
      <div className="tools">
        <SoundControls player={sound} />
        <Programme performance={performance} plan={plan} players={players} />
        <Toggle label="Name tags" on={wishes.nameTags} onPress={() => onWish({ ...wishes, nameTags: !wishes.nameTags })}>
          <TagIcon size={18} aria-hidden="true" />
        </Toggle>
        <Toggle label="Scene in words" on={wishes.inWords} onPress={() => onWish({ ...wishes, inWords: !wishes.inWords })}>
          <CaptionsIcon size={18} aria-hidden="true" />
        </Toggle>
        {hasPerformers && (
          <Toggle label="Pictures of performers" on={wishes.pictures} onPress={() => onWish({ ...wishes, pictures: !wishes.pictures })}>
            <VideoIcon size={18} aria-hidden="true" />
          </Toggle>
        )}
        <FullScreen />
      </div>
    </header>
  );
}

export function FullScreen() {
  if (!document.fullscreenEnabled) return null;
  return (
    <button type="button" className="tool" aria-label="Full screen" title="Full screen" onClick={() => void toggleFullScreen()}>
      <MaximizeIcon size={18} aria-hidden="true" />
    </button>
  );
}

export function Toggle({ label, on, onPress, children }: { label: string; on: boolean; onPress(): void; children: ReactNode }) {
  return (
    <button type="button" className="tool" aria-pressed={on} aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  );
}

const toggleFullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
