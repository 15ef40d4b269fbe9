import { useEffect, useState } from "react";
import { ShowState, type StagePlan, type StageScene } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { StageCanvas } from "../../stage/StageCanvas";
import { StageWorld } from "../../stage/world";
import { usePlan } from "../company/useRoles";
import type { LookEntry } from "../production/document";
import { useStageScene } from "./useStageScene";

/** The stage as it stands now, in the light of a look that is being made. Nobody else sees it. */
export function LookPreview({ look, name }: { look: LookEntry; name: string }) {
  const plan = usePlan();
  const [world] = useState(() => new StageWorld());
  const scene = useStore(useStageScene());
  useEffect(() => {
    if (!plan) return;
    world.expectAnew();
    world.hear(0, [], sceneIn(look, name, plan, scene));
  }, [world, look, name, plan, scene]);
  return (
    <div className="look-preview">
      <StageCanvas world={world} plan={plan} mostPixelRatio={1} />
    </div>
  );
}

/** A scene that stands still in a look. */
export function sceneIn(look: LookEntry, name: string, plan: StagePlan, now: StageScene | null): StageScene {
  const levels = plan.lamps.map(({ id }) => {
    const level = look[id];
    return level ? { colour: Number.parseInt(level.colour.slice(1), 16), intensity: level.intensity } : { colour: 0, intensity: 0 };
  });
  return {
    revision: 0,
    show: now?.show ?? ShowState.Preset,
    rate: 1,
    light: { look: name, from: levels, to: levels, fade: { startMs: 0, durationMs: 0, heldAtMs: null } },
    scenery: now?.scenery.map((move) => ({ ...move, move: { startMs: 0, durationMs: 0, heldAtMs: null } })) ?? [],
    sounds: [],
    surtitle: null,
    players: [],
    preload: [],
    performers: [],
    planVersion: plan.version,
    props: now?.props ?? null,
    fights: null,
    showEndsMs: null,
  };
}
