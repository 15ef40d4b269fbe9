import { BoxGeometry, BufferGeometry, Color, ConeGeometry, CylinderGeometry, Group, Mesh, MeshLambertMaterial, type Texture } from "three";
import { RoundedBoxGeometry } from "three/examples/jsm/geometries/RoundedBoxGeometry.js";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import { PieceShape, type SetPiece } from "../../contracts/contracts";
import type { Models } from "./models";
import { planks, plaster, stone } from "./textures";

const treadMetres = 0.19;

/** What is drawn as a set piece is. */
export type Shaped = Pick<SetPiece, "id" | "shape" | "size" | "colour" | "model">;

/** A set piece or a prop as a group whose origin is the centre of its foot: primitives, until its model is there. */
export function buildPiece(piece: Shaped, models: Models): Group {
  const mesh = new Mesh(geometryOf(piece), materialOf(piece));
  mesh.castShadow = mesh.receiveShadow = true;
  const group = new Group();
  group.name = piece.id;
  group.add(mesh);
  void models.whenThere(piece.model, (model) => {
    group.remove(mesh);
    group.add(model);
    mesh.geometry.dispose();
    mesh.material.dispose();
  });
  return group;
}

function geometryOf({ shape, size }: Shaped): BufferGeometry {
  const round = Math.max(size.x, size.z) / 2;
  switch (shape) {
    case PieceShape.Cylinder:
      return textureByMetres(new CylinderGeometry(round, round, size.y, 28).scale(size.x / 2 / round, 1, size.z / 2 / round).translate(0, size.y / 2, 0));
    case PieceShape.Cone:
      return textureByMetres(new ConeGeometry(round, size.y, 28).scale(size.x / 2 / round, 1, size.z / 2 / round).translate(0, size.y / 2, 0));
    case PieceShape.Stairs:
      return textureByMetres(stairs(size.x, size.y, size.z));
    default:
      return textureByMetres(block(size.x, size.y, size.z).translate(0, size.y / 2, 0));
  }
}

function block(x: number, y: number, z: number): BufferGeometry {
  const edge = Math.min(0.035, Math.min(x, y, z) / 5);
  return new RoundedBoxGeometry(x, y, z, 1, edge);
}

/** Steps that rise away from the audience. */
function stairs(x: number, y: number, z: number): BufferGeometry {
  const count = Math.max(2, Math.round(y / treadMetres));
  const steps = Array.from({ length: count }, (_, step) => {
    const height = (y * (step + 1)) / count;
    return new BoxGeometry(x, height, z / count).translate(0, height / 2, z / 2 - (z * (step + 0.5)) / count);
  });
  return mergeGeometries(steps);
}

/** Lays textures by metres from the side that a face looks to, so that blocks keep their size on large and small pieces. */
function textureByMetres(source: BufferGeometry): BufferGeometry {
  const geometry = source.index ? source.toNonIndexed() : source;
  const { position, normal, uv } = geometry.attributes;
  if (!position || !normal || !uv) return geometry;
  for (let at = 0; at < position.count; at++) {
    const [nx, ny, nz] = [Math.abs(normal.getX(at)), Math.abs(normal.getY(at)), Math.abs(normal.getZ(at))];
    const [x, y, z] = [position.getX(at), position.getY(at), position.getZ(at)];
    if (ny >= nx && ny >= nz) uv.setXY(at, x, z);
    else if (nx >= nz) uv.setXY(at, z, y);
    else uv.setXY(at, x, y);
  }
  return geometry;
}

function materialOf(piece: Shaped): MeshLambertMaterial {
  const colour = new Color(piece.colour);
  return new MeshLambertMaterial({ color: colour, map: surfaceOf(colour) });
}

/** Greys are stone, browns are wood, everything else is painted. */
function surfaceOf(colour: Color): Texture {
  const { h, s } = colour.getHSL({ h: 0, s: 0, l: 0 });
  if (s < 0.2) return stone();
  return h > 0.03 && h < 0.14 ? planks() : plaster();
}
