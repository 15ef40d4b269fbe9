import { useEffect, useState } from "react";
import { Emote, type StagePlan } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { emoteName } from "../shared/words";
import { placeInWords } from "./placeInWords";
import { placeAt, progressAt } from "./transition";
import type { StageWorld } from "./world";

/** Who is on stage and where, what light there is and what stands there: for who cannot see the picture. */
export function StageInWords({ world, plan }: { world: StageWorld; plan: StagePlan }) {
  const scene = useStore(world.scene);
  useEverySecond();
  if (!scene) return <p>The stage is dark.</p>;
  const timeMs = world.clock.nowMs();
  const roleOf = new Map(scene.players.map((player) => [player.actor, plan.roles.find((role) => role.id === player.role)?.name ?? player.role]));
  const seen = world.poses.newest.filter((pose) => Math.abs(pose.x) <= plan.width / 2);
  const heldBy = (actor: number) => {
    const role = scene.players.find((player) => player.actor === actor)?.role;
    const names = (scene.props ?? []).filter((prop) => prop.role !== null && prop.role === role).map((prop) => plan.props?.find((one) => one.id === prop.prop)?.name ?? prop.prop);
    return names.length > 0 ? `, holding ${names.join(" and ")}` : "";
  };
  const performers = scene.performers
    .map((move) => ({ role: move.role, ...placeAt(move, timeMs) }))
    .filter(({ opacity }) => opacity > 0.01);
  const fading = progressAt(scene.light.fade, timeMs) < 1;
  return (
    <div className="in-words">
      <p>
        Light: {fading ? "changing to " : ""}
        <q>{scene.light.look}</q>.
      </p>
      <ul aria-label="On stage">
        {seen.map((pose) => (
          <li key={pose.actor}>
            <strong>{roleOf.get(pose.actor) ?? "Somebody"}</strong> is {placeInWords(pose, plan)}
            {pose.emote === Emote.None ? "" : ` (${emoteName[pose.emote].toLowerCase()})`}
            {pose.speaking ? ", speaking" : ""}
            {roleOf.has(pose.lookAt) ? `, looking at ${roleOf.get(pose.lookAt)}` : ""}
            {pose.y > 0.25 ? `, ${pose.y.toFixed(1)} m up` : ""}
            {heldBy(pose.actor)}
          </li>
        ))}
        {performers.map(({ role, opacity, ...place }) => (
          <li key={role}>
            <strong>{plan.roles.find((one) => one.id === role)?.name ?? role}</strong> is {placeInWords(place, plan)}, {world.pictures.avatar(role, world.clock.shownMs()) ? "as an avatar that is moved by camera" : "in person by camera"}
            {opacity < 1 ? ", half faded" : ""}
            {world.pictures.has(role) ? "" : "; no picture has come yet"}
          </li>
        ))}
      </ul>
      {seen.length === 0 && performers.length === 0 && <p>Nobody is on stage.</p>}
    </div>
  );
}

function useEverySecond() {
  const [, setCount] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setCount((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
}
