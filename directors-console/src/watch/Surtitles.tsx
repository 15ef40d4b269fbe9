import type { StagePlan } from "../contracts/contracts";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { useSoundsNow } from "./useSoundsNow";
import { useTimely } from "./useTimely";

/** The spoken line with its speaker, and sounds in words. */
export function Surtitles({ world, plan }: { world: StageWorld; plan: StagePlan | null }) {
  const scene = useStore(world.scene);
  const surtitle = useTimely(world, scene?.surtitle ?? null, scene?.surtitle?.sinceMs ?? 0);
  const sounds = useSoundsNow(world, plan);
  const colour = plan?.roles.find((role) => role.name === surtitle?.speaker)?.colour;
  return (
    <section className="surtitles" aria-label="Surtitles" aria-live="polite" data-line={surtitle?.line ?? ""}>
      {sounds.length > 0 && <p className="sound">{sounds.map((sound) => `[${sound}]`).join(" ")}</p>}
      {surtitle && (
        <>
          <p className="speaker">
            <span className="swatch" style={{ background: colour }} aria-hidden="true" />
            {surtitle.speaker}
          </p>
          <p className="line" lang="en">
            {surtitle.text}
          </p>
        </>
      )}
    </section>
  );
}
