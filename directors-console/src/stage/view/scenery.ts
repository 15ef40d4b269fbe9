import { Group } from "three";
import type { SceneryMove, SetPiece } from "../../contracts/contracts";
import { sceneryAt } from "../transition";
import type { Models } from "./models";
import { buildPiece } from "./setPieces";

/** The set: pieces that stand, and pieces that fly. */
export class Scenery {
  readonly root = new Group();
  private readonly pieces: { piece: SetPiece; shape: Group }[];

  constructor(pieces: readonly SetPiece[], models: Models) {
    this.pieces = pieces.map((piece) => ({ piece, shape: buildPiece(piece, models) }));
    for (const { piece, shape } of this.pieces) {
      shape.rotation.y = (piece.rotationDegrees * Math.PI) / 180;
      this.root.add(shape);
    }
  }

  apply(moves: readonly SceneryMove[], timeMs: number): void {
    for (const { piece, shape } of this.pieces) {
      const move = moves.find((one) => one.piece === piece.id);
      const progress = move ? sceneryAt(move, timeMs) : 1;
      // Ropes start and stop gently.
      const away = 1 - progress * progress * (3 - 2 * progress);
      const { x, y, z } = piece.outOffset ?? { x: 0, y: 0, z: 0 };
      shape.position.set(piece.position.x + x * away, piece.position.y + y * away, piece.position.z + z * away);
      shape.visible = piece.outOffset === null || away < 0.999;
    }
  }
}
