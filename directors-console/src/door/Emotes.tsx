import { useEffect, useEffectEvent, useState } from "react";
import { PropVerb, type Emote, type StagePlan } from "../contracts/contracts";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { EmoteWheel } from "./EmoteWheel";
import { nextToLookAt } from "./lookAt";
import type { StageConnection } from "./stageConnection";

interface Props {
  connection: StageConnection;
  world: StageWorld;
  plan: StagePlan | null;
}

/** What the body can do besides walking: emotes, looks, hands. */
export function Emotes({ connection, world, plan }: Props) {
  const isOn = useStore(connection.status) === "on stage";
  const scene = useStore(world.scene);
  const [isOpen, setOpen] = useState(false);
  const [lookedAt, setLookedAt] = useState(0);
  const me = useStore(connection.actor);
  const role = scene?.players.find((player) => player.actor === me)?.role;
  const held = (scene?.props ?? []).filter((prop) => prop.role !== null && prop.role === role);
  const nameOfActor = (actor: number) => {
    const of = scene?.players.find((player) => player.actor === actor)?.role;
    return plan?.roles.find((one) => one.id === of)?.name ?? "nobody";
  };

  const show = (emote: Emote) => {
    connection.send({ type: "EmoteRequest", value: { emote } });
    setOpen(false);
  };
  const look = () => {
    const next = nextToLookAt(world.poses.newest, me ?? 0, lookedAt, plan?.width);
    setLookedAt(next);
    connection.send({ type: "LookAtRequest", value: { actor: next } });
  };
  const handle = (verb: PropVerb) => connection.send({ type: "PropRequest", value: { verb, prop: null, actor: 0 } });
  const verbs: Record<string, () => void> = {
    e: () => setOpen(!isOpen),
    l: look,
    t: () => handle(PropVerb.Take),
    g: () => handle(PropVerb.PutDown),
    h: () => handle(PropVerb.Pass),
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isText = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
    if (!isOn || isText || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    verbs[event.key.toLowerCase()]?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  return (
    <div className="emotes" role="group" aria-label="What your body does">
      <button type="button" className="button is-small" disabled={!isOn} aria-haspopup="menu" aria-expanded={isOpen} aria-keyshortcuts="E" onClick={() => setOpen(!isOpen)}>
        Emotes <kbd>E</kbd>
      </button>
      <button type="button" className="button is-small" disabled={!isOn} aria-keyshortcuts="L" onClick={look}>
        Look at: {nameOfActor(lookedAt)} <kbd>L</kbd>
      </button>
      {(plan?.props?.length ?? 0) > 0 && (
        <>
          <button type="button" className="button is-small" disabled={!isOn} aria-keyshortcuts="T" onClick={() => handle(PropVerb.Take)}>
            Take <kbd>T</kbd>
          </button>
          <button type="button" className="button is-small" disabled={!isOn || held.length === 0} aria-keyshortcuts="G" onClick={() => handle(PropVerb.PutDown)}>
            Put down <kbd>G</kbd>
          </button>
          <button type="button" className="button is-small" disabled={!isOn || held.length === 0} aria-keyshortcuts="H" onClick={() => handle(PropVerb.Pass)}>
            Pass <kbd>H</kbd>
          </button>
          <span role="status" aria-label="In your hands">
            {held.map((prop) => plan?.props?.find((one) => one.id === prop.prop)?.name ?? prop.prop).join(", ")}
          </span>
        </>
      )}
      {isOpen && <EmoteWheel onChoose={show} onClose={() => setOpen(false)} />}
      <p className="faint">
        Walk with <kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> or <kbd>W</kbd> <kbd>A</kbd> <kbd>S</kbd> <kbd>D</kbd>, run with <kbd>Shift</kbd>
      </p>
    </div>
  );
}
