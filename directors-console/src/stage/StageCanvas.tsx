import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ScrollFrame } from "../company/ScrollFrame";
import type { StagePlan } from "../contracts/contracts";
import { useCalm } from "../shared/useCalm";
import { directorCamera } from "./camera/directorCamera";
import type { HouseCamera } from "./camera/houseCamera";
import type { Quality } from "./quality";
import { StageInWords } from "./StageInWords";
import type { Spot } from "./view/ring";
import { StageView, type Eyes } from "./view/stageView";
import type { StageWorld } from "./world";

interface Props {
  world: StageWorld;
  plan: StagePlan | null;
  nameTags?: boolean;
  ring?: Spot | null;
  mostPixelRatio?: number;
  eyes?: Eyes | null;
  /** How it is seen by who is not on it. */
  camera?: HouseCamera;
  /** Told how much of the picture the device has time for. */
  onQuality?: (quality: Quality) => void;
}

const tellNobody = () => undefined;

/** The stage in three dimensions, or in words where it cannot be drawn. */
export function StageCanvas({ world, plan, nameTags = false, ring = null, mostPixelRatio = 2, eyes = null, camera = directorCamera, onQuality = tellNobody }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const view = useRef<StageView | null>(null);
  const [lost, setLost] = useState(false);
  const calm = useCalm();
  const options = { nameTags, ring, calm, mostPixelRatio, eyes, camera, onQuality };
  const draw = useEffectEvent((picture: HTMLCanvasElement, tags: HTMLElement, set: StagePlan) => {
    try {
      return new StageView(picture, tags, set, world, options);
    } catch {
      setLost(true);
      return null;
    }
  });

  useEffect(() => {
    const [picture, tags] = [canvas.current, layer.current];
    if (!picture || !tags || !plan) return;
    view.current = draw(picture, tags, plan);
    const lose = () => setLost(true);
    picture.addEventListener("webglcontextlost", lose);
    return () => {
      picture.removeEventListener("webglcontextlost", lose);
      view.current?.dispose();
      view.current = null;
    };
  }, [plan, world]);

  useEffect(() => {
    if (view.current) view.current.options = { nameTags, ring, calm, mostPixelRatio, eyes, camera, onQuality };
  }, [nameTags, ring, calm, mostPixelRatio, eyes, camera, onQuality]);

  if (lost && plan) {
    return (
      <ScrollFrame className="stage-fallback" label="What there is on the stage">
        <p>This browser cannot draw the stage (WebGL is missing or switched off). Here it is in words.</p>
        <StageInWords world={world} plan={plan} />
      </ScrollFrame>
    );
  }
  return (
    <div className="stage-canvas">
      <canvas ref={canvas} role="img" aria-label={plan ? `The stage of ${plan.title}` : "The stage"} />
      <div ref={layer} className="stage-labels" aria-hidden="true" />
    </div>
  );
}
