import type { CaptionTrack, StagePlan } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import type { StageWorld } from "../../stage/world";
import type { SurtitleWish } from "./surtitleWish";
import { useSoundsNow } from "./useSoundsNow";
import { useTimely } from "./useTimely";
import { lineIn, soundIn, speakerIn } from "./words";

interface Props {
  world: StageWorld;
  plan: StagePlan | null;
  track: CaptionTrack | null;
  wish: Pick<SurtitleWish, "names" | "sounds">;
}

/** The spoken line with its speaker, and sounds in words. */
export function Surtitles({ world, plan, track, wish }: Props) {
  const scene = useStore(world.scene);
  const surtitle = useTimely(world, scene?.surtitle ?? null, scene?.surtitle?.sinceMs ?? 0);
  const sounds = useSoundsNow(world).map((id) => ({ id, ...soundIn(track, id, plan) }));
  const line = surtitle && lineIn(track, surtitle, plan);
  const speaker = surtitle && wish.names ? speakerIn(track, surtitle.speaker, plan) : null;
  const colour = plan?.roles.find((role) => role.name === surtitle?.speaker)?.colour;
  return (
    <section className="surtitles" aria-label="Surtitles" aria-live="polite" data-line={surtitle?.line ?? ""}>
      {wish.sounds && sounds.length > 0 && (
        <p className="sound">
          {sounds.map((sound) => (
            <span key={sound.id} lang={sound.language}>
              [{sound.text}]{" "}
            </span>
          ))}
        </p>
      )}
      {speaker && (
        <p className="speaker" lang={speaker.language}>
          <span className="swatch" style={{ background: colour }} aria-hidden="true" />
          {speaker.text}
        </p>
      )}
      {line && (
        <p className="line" lang={line.language}>
          <span>{line.text}</span>
        </p>
      )}
    </section>
  );
}
