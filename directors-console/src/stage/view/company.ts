import { AdditiveBlending, Group, Mesh, MeshBasicMaterial, PlaneGeometry } from "three";
import type { RoleInfo, StageScene } from "../../contracts/contracts";
import type { ActorPose } from "../../contracts/snapshot";
import { costumeOf } from "./costume";
import { buildFigure, type Figure } from "./figure";
import { Motion } from "./motion";
import { seedOf } from "./random";
import { glow } from "./textures";

export interface Member {
  figure: Figure;
  motion: Motion;
  light: Mesh<PlaneGeometry, MeshBasicMaterial>;
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
  private readonly roles: Map<string, RoleInfo>;

  constructor(
    roles: readonly RoleInfo[],
    private readonly wings: number,
  ) {
    this.roles = new Map(roles.map((role) => [role.id, role]));
  }

  show(poses: readonly ActorPose[], scene: StageScene, seconds: number, time: number, calm: boolean): void {
    const present = new Set(poses.map((pose) => pose.actor));
    for (const [actor, member] of this.members) if (!present.has(actor)) this.leave(actor, member);
    for (const pose of poses) {
      const member = this.memberOf(pose, scene);
      member.pose = pose;
      member.figure.root.visible = Math.abs(pose.x) < this.wings;
      member.motion.show(pose, seconds, time, calm);
      const shine = pose.speaking ? 0.34 : 0;
      member.light.material.opacity += (shine - member.light.material.opacity) * Math.min(1, seconds * 5);
      member.light.visible = member.light.material.opacity > 0.01;
      member.light.position.set(pose.x, pose.y + 0.02, pose.z);
    }
  }

  private memberOf(pose: ActorPose, scene: StageScene): Member {
    const player = scene.players.find((one) => one.actor === pose.actor);
    const role = player?.role ?? "";
    const known = this.members.get(pose.actor);
    if (known?.role === role) {
      known.player = player?.name ?? "";
      known.isBot = player?.isBot ?? false;
      return known;
    }
    if (known) this.leave(pose.actor, known);
    return this.enter(pose, role, player?.name ?? "", player?.isBot ?? false);
  }

  private enter(pose: ActorPose, role: string, player: string, isBot: boolean): Member {
    const info = this.roles.get(role);
    const figure = buildFigure(costumeOf(role, info?.colour ?? "#8a8078"));
    const material = new MeshBasicMaterial({ map: glow(), color: 0xffc873, transparent: true, opacity: 0, blending: AdditiveBlending, depthWrite: false });
    const light = new Mesh(new PlaneGeometry(2, 2).rotateX(-Math.PI / 2), material);
    const member = { figure, motion: new Motion(figure, (seedOf(role) % 628) / 100), light, role, roleName: info?.name ?? role, player, isBot, pose };
    this.root.add(figure.root, light);
    this.members.set(pose.actor, member);
    return member;
  }

  private leave(actor: number, member: Member): void {
    this.root.remove(member.figure.root, member.light);
    this.members.delete(actor);
  }
}
