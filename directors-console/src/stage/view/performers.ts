import { Group, type Vector3 } from "three";
import type { StagePlan, StageScene } from "../../contracts/contracts";
import type { Pictures } from "../../pictures/Pictures";
import { placeAt } from "../transition";
import { Billboard } from "./billboard";
import type { Tag } from "./labels";
import type { Models } from "./models";
import { PerformerAvatar } from "./performerAvatar";

/** The performers whom cues have put on the stage, as pictures that stand there, or as avatars that their bodies move. */
export class Performers {
  readonly root = new Group();
  private readonly boards = new Map<string, Billboard>();
  private readonly avatars = new Map<string, PerformerAvatar>();

  constructor(
    private readonly plan: StagePlan,
    private readonly pictures: Pictures,
    private readonly modest: boolean,
    private readonly models: Models,
  ) {}

  /** Shows places of now, and pictures of the moment that actors are shown at, to an eye. */
  show(scene: StageScene, nowMs: number, shownMs: number, eye: Vector3, seconds: number): void {
    for (const role of [...this.boards.keys(), ...this.avatars.keys()]) {
      if (!scene.performers.some((one) => one.role === role)) this.leave(role);
    }
    for (const move of scene.performers) {
      const place = placeAt(move, nowMs);
      const moved = this.pictures.avatar(move.role, shownMs);
      if (moved) {
        this.leaveBoard(move.role);
        this.avatarOf(move.role).show(place, moved.joints, seconds);
        continue;
      }
      this.leaveAvatar(move.role);
      const board = this.boardOf(move.role);
      const next = this.pictures.due(move.role, shownMs, nowMs);
      if (next) board.take(next);
      else if (!this.pictures.has(move.role)) board.forget();
      board.show(place, eye, seconds);
    }
  }

  /** The names over their heads. */
  tags(): Tag[] {
    return [...this.boards, ...this.avatars]
      .filter(([, board]) => board.root.visible)
      .map(([role, { root, headMetres }]) => ({
        id: `performer ${role}`,
        text: this.nameOf(role),
        head: { x: root.position.x, y: headMetres + 0.1, z: root.position.z },
        isSpeaking: false,
        isBot: false,
      }));
  }

  /** Where those are who can be seen. */
  places(): { role: string; x: number; z: number }[] {
    return [...this.boards, ...this.avatars].filter(([, { root }]) => root.visible).map(([role, { root }]) => ({ role, x: root.position.x, z: root.position.z }));
  }

  dispose(): void {
    for (const role of [...this.boards.keys(), ...this.avatars.keys()]) this.leave(role);
  }

  private boardOf(role: string): Billboard {
    const known = this.boards.get(role);
    if (known) return known;
    const board = new Billboard(this.nameOf(role), this.modest);
    this.boards.set(role, board);
    this.root.add(board.root);
    return board;
  }

  private avatarOf(role: string): PerformerAvatar {
    const known = this.avatars.get(role);
    if (known) return known;
    const avatar = new PerformerAvatar(role, this.plan, this.models);
    this.avatars.set(role, avatar);
    this.root.add(avatar.root);
    return avatar;
  }

  private leave(role: string): void {
    this.leaveBoard(role);
    this.leaveAvatar(role);
  }

  private leaveAvatar(role: string): void {
    const avatar = this.avatars.get(role);
    if (!avatar) return;
    this.root.remove(avatar.root);
    avatar.dispose();
    this.avatars.delete(role);
  }

  private leaveBoard(role: string): void {
    const board = this.boards.get(role);
    if (!board) return;
    this.root.remove(board.root);
    board.dispose();
    this.boards.delete(role);
  }

  private nameOf(role: string): string {
    return this.plan.roles.find((one) => one.id === role)?.name ?? role;
  }
}
