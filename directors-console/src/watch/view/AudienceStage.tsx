import { useEffect, useRef, type KeyboardEvent } from "react";
import type { StagePlan } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { qualityInWords, type Quality } from "../../stage/quality";
import { StageCanvas } from "../../stage/StageCanvas";
import type { StageWorld } from "../../stage/world";
import { watchWish } from "../watchWish";
import { orbitBy, orbitKeys } from "./orbit";
import { pictureQuality } from "./pictureQuality";
import { freeCamera, useHouseCamera } from "./useHouseCamera";
import { useViewKey } from "./useViewKey";
import { viewName, viewWish } from "./viewWish";

interface Props {
  world: StageWorld;
  plan: StagePlan | null;
}

const tell = (quality: Quality) => pictureQuality.set(quality);

/** The stage as its spectator wants to see it. */
export function AudienceStage({ world, plan }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const camera = useHouseCamera();
  const { view } = useStore(viewWish);
  const { nameTags } = useStore(watchWish);
  const quality = useStore(pictureQuality);
  const isFree = view === "free";
  useViewKey();
  useEffect(() => (isFree && frame.current ? orbitBy(frame.current, freeCamera) : undefined), [isFree]);
  const press = (event: KeyboardEvent) => {
    const act = orbitKeys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act(freeCamera);
  };
  const free = { role: "group", tabIndex: 0, "aria-label": "The stage, seen freely: arrow keys go round it, plus and minus come nearer and go away, Home goes back", onKeyDown: press };
  return (
    <div ref={frame} className="audience-stage" data-view={view} {...(isFree ? free : {})}>
      <StageCanvas world={world} plan={plan} nameTags={nameTags} camera={camera} onQuality={tell} />
      <p role="status" aria-label="View" className="visually-hidden">
        {viewName[view]}
        {quality === "full" ? "" : `. ${qualityInWords[quality]}`}
      </p>
    </div>
  );
}
