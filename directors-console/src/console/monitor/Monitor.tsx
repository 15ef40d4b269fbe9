import type { House } from "../../house/useHouse";
import { StageCanvas } from "../../stage/StageCanvas";

/** The stage as the house sees it. */
export function Monitor({ house }: { house: House }) {
  return (
    <section className="panel monitor" aria-label="Stage">
      <StageCanvas world={house.world} plan={house.plan} nameTags mostPixelRatio={1.5} />
      <p className="look">
        Look <strong>{house.scene?.light.look ?? "–"}</strong>
      </p>
    </section>
  );
}
