import type { StagePlan } from "../contracts/contracts";
import { showStateName } from "../shared/words";
import { lightsAt, placeAt, progressAt, sceneryAt } from "./transition";
import type { StageWorld } from "./world";

/** The stage as facts, for `window.virtualStage.state()`: what a person would see at this moment. */
export function stageState(world: StageWorld, plan: StagePlan | null) {
  const scene = world.scene.get();
  const timeMs = world.clock.nowMs();
  const roleOf = new Map(scene?.players.map((player) => [player.actor, player.role]));
  return {
    timeMs,
    shownMs: world.clock.shownMs(),
    show: scene ? showStateName[scene.show] : null,
    sceneRevision: scene?.revision ?? null,
    rate: scene?.rate ?? null,
    look: scene?.light.look ?? null,
    lookProgress: scene ? progressAt(scene.light.fade, timeMs) : null,
    lights: scene ? lightsAt(scene.light, timeMs).map((level, lamp) => ({ lamp: plan?.lamps[lamp]?.id ?? String(lamp), ...level })) : [],
    scenery: scene ? scene.scenery.map((move) => ({ piece: move.piece, position: sceneryAt(move, timeMs) })) : [],
    surtitle: scene?.surtitle ?? null,
    sounds: scene?.sounds.map((sound) => sound.sound) ?? [],
    players: scene?.players ?? [],
    props: scene?.props ?? [],
    fights: scene?.fights ?? [],
    performers: scene?.performers.map((move) => ({ role: move.role, ...placeAt(move, timeMs), picture: world.pictures.facts(move.role), avatar: avatarFacts(world, move.role) })) ?? [],
    actors: world.poses.at(world.clock.shownMs()).map((pose) => ({ role: roleOf.get(pose.actor) ?? null, ...pose })),
  };
}

/** How a performer's avatar stands; null for who appears as a picture. */
function avatarFacts(world: StageWorld, role: string) {
  const avatar = world.pictures.avatar(role, world.clock.shownMs());
  return avatar && { joints: avatar.joints && [...avatar.joints] };
}
