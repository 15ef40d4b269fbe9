import { HouseHeard } from "../../house/HouseHeard";
import type { House } from "../../house/useHouse";
import { SoundControls } from "../../sound/SoundControls";
import type { SoundPlayer } from "../../sound/SoundPlayer";
import { StageCanvas } from "../../stage/StageCanvas";

/** The stage as the house sees and hears it. */
export function Monitor({ house, sound }: { house: House; sound: SoundPlayer }) {
  return (
    <section className="panel monitor" aria-label="Stage">
      <StageCanvas world={house.world} plan={house.plan} nameTags mostPixelRatio={1.5} />
      <p className="look">
        Look <strong>{house.scene?.light.look ?? "–"}</strong>
      </p>
      <HouseHeard house={house.world.house} />
      <SoundControls player={sound} className="button is-small is-icon" />
    </section>
  );
}
