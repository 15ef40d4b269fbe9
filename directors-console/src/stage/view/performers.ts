import { Group, type Vector3 } from "three";
import type { StagePlan, StageScene } from "../../contracts/contracts";
import type { Pictures } from "../../pictures/Pictures";
import { placeAt } from "../transition";
import { Billboard } from "./billboard";
import type { Tag } from "./labels";

/** The performers whom cues have put on the stage, as pictures that stand there. */
export class Performers {
  readonly root = new Group();
  private readonly boards = new Map<string, Billboard>();

  constructor(
    private readonly plan: StagePlan,
    private readonly pictures: Pictures,
    private readonly modest: boolean,
  ) {}

  /** Shows places of now, and pictures of the moment that actors are shown at, to an eye. */
  show(scene: StageScene, nowMs: number, shownMs: number, eye: Vector3, seconds: number): void {
    for (const role of this.boards.keys()) if (!scene.performers.some((one) => one.role === role)) this.leave(role);
    for (const move of scene.performers) {
      const place = placeAt(move, nowMs);
      const board = this.boardOf(move.role);
      const next = this.pictures.due(move.role, shownMs, nowMs);
      if (next) board.take(next);
      else if (!this.pictures.has(move.role)) board.forget();
      board.show(place, eye, seconds);
    }
  }

  /** The names over their heads. */
  tags(): Tag[] {
    return [...this.boards]
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
  places(): { x: number }[] {
    return [...this.boards.values()].filter((board) => board.root.visible).map(({ root }) => ({ x: root.position.x }));
  }

  dispose(): void {
    for (const role of this.boards.keys()) this.leave(role);
  }

  private boardOf(role: string): Billboard {
    const known = this.boards.get(role);
    if (known) return known;
    const board = new Billboard(this.nameOf(role), this.modest);
    this.boards.set(role, board);
    this.root.add(board.root);
    return board;
  }

  private leave(role: string): void {
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
