import { AdditiveBlending, Group, Mesh, MeshBasicMaterial, PlaneGeometry } from "three";
import type { Player, StagePlan, StageScene } from "../../contracts/contracts";
import type { ActorPose } from "../../contracts/snapshot";
import { costumeOf, looksKey } from "./costume";
import { buildFigure, dress, type Figure } from "./figure";
import type { Tag } from "./labels";
import type { Models } from "./models";
import { Motion } from "./motion";
import { seedOf } from "./random";
import { glow } from "./textures";

export interface Member {
  figure: Figure;
  motion: Motion;
  light: Mesh<PlaneGeometry, MeshBasicMaterial>;
  /** What it was built from: another one needs another figure. */
  looks: string;
  role: string;
  roleName: string;
  player: string;
  isBot: boolean;
  pose: ActorPose;
}

/** The figures that are on stage: one for every actor in a snapshot. */
export class Company {
  readonly root = new Group();
  readonly members = new Map<number, Member>();

  constructor(
    private readonly plan: StagePlan,
    private readonly wings: number,
    private readonly models: Models,
  ) {}

  show(poses: readonly ActorPose[], scene: StageScene, seconds: number, time: number, calm: boolean): void {
    const present = new Set(poses.map((pose) => pose.actor));
    for (const [actor, member] of this.members) if (!present.has(actor)) this.leave(actor, member);
    const places = new Map(poses.map((pose) => [pose.actor, pose]));
    for (const pose of poses) {
      const member = this.memberOf(pose, scene);
      member.pose = pose;
      member.figure.root.visible = Math.abs(pose.x) < this.wings;
      member.motion.show(pose, places.get(pose.lookAt) ?? null, seconds, time, calm);
      const shine = pose.speaking ? 0.34 : 0;
      member.light.material.opacity += (shine - member.light.material.opacity) * Math.min(1, seconds * 5);
      member.light.visible = member.light.material.opacity > 0.01;
      member.light.position.set(pose.x, pose.y + 0.02, pose.z);
    }
  }

  /** The names over their heads, of those who can be seen. */
  tags(): Tag[] {
    return [...this.members]
      .filter(([, member]) => member.figure.root.visible)
      .map(([actor, { pose, figure, player, roleName, isBot }]) => ({
        id: `actor ${actor}`,
        text: player && !isBot ? `${roleName} · ${player}` : roleName,
        head: { x: pose.x, y: pose.y + figure.hips.position.y + 1.12, z: pose.z },
        isSpeaking: pose.speaking,
        isBot,
      }));
  }

  private memberOf(pose: ActorPose, scene: StageScene): Member {
    const player = scene.players.find((one) => one.actor === pose.actor);
    const known = this.members.get(pose.actor);
    if (known && known.looks === looksKey(player)) {
      known.player = player?.name ?? "";
      known.isBot = player?.isBot ?? false;
      return known;
    }
    if (known) this.leave(pose.actor, known);
    return this.enter(pose, player);
  }

  private enter(pose: ActorPose, player: Player | undefined): Member {
    const role = player?.role ?? "";
    const roleName = this.plan.roles.find((one) => one.id === role)?.name ?? role;
    const costume = costumeOf(player ?? { role, appearance: null, costume: null }, this.plan);
    const figure = buildFigure(costume);
    void this.models.whenThere(costume.model, (model) => dress(figure, model));
    const material = new MeshBasicMaterial({ map: glow(), color: 0xffc873, transparent: true, opacity: 0, blending: AdditiveBlending, depthWrite: false });
    const light = new Mesh(new PlaneGeometry(2, 2).rotateX(-Math.PI / 2), material);
    const member = { figure, motion: new Motion(figure, (seedOf(role) % 628) / 100), light, looks: looksKey(player), role, roleName, player: player?.name ?? "", isBot: player?.isBot ?? false, pose };
    this.root.add(figure.root, light);
    this.members.set(pose.actor, member);
    return member;
  }

  private leave(actor: number, member: Member): void {
    this.root.remove(member.figure.root, member.light);
    this.members.delete(actor);
  }
}
