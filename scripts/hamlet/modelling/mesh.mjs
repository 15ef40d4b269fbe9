// Shapes of triangles: { places, normals, triangles, uvs }, in metres, seen from where the corners go counter-clockwise.
// Sines come from the synthesis, so that every machine writes the same bytes.
import { cosine, sine } from "../synthesis/arithmetic.mjs";

/** A profile of [radius, height], from its foot up, turned about the vertical; part of a turn leaves it open. */
export function lathe(profile, { segments = 16, from = 0, to = 1, wide = 1, deep = 1, fold = () => 1 } = {}) {
  const isClosed = to - from === 1;
  const columns = isClosed ? segments : segments + 1;
  const [places, triangles] = [[], []];
  for (const [row, [radius, y]] of profile.entries()) {
    for (let column = 0; column < columns; column++) {
      const turn = from + ((to - from) * column) / segments;
      const r = radius * fold(turn, row / (profile.length - 1));
      places.push([r * sine(turn) * wide, y, r * cosine(turn) * deep]);
    }
  }
  for (let row = 0; row + 1 < profile.length; row++) {
    for (let column = 0; column < segments; column++) {
      const next = (column + 1) % columns;
      const [a, b, c, d] = [row * columns + column, row * columns + next, (row + 1) * columns + next, (row + 1) * columns + column];
      triangles.push([a, b, c], [a, c, d]);
    }
  }
  return smooth({ places, triangles: triangles.filter((corners) => area(corners.map((at) => places[at])) > 1e-9) });
}

/** A block that stands with the middle of its foot on a place. */
export function block([w, h, d], [x, y, z] = [0, 0, 0]) {
  const shape = { places: [], normals: [], uvs: [], triangles: [] };
  const face = (normal, across, up, [width, height]) => {
    const first = shape.places.length;
    for (const [u, v] of [[-1, -1], [1, -1], [1, 1], [-1, 1]]) {
      shape.places.push([0, 1, 2].map((axis) => [x, y + h / 2, z][axis] + ([w, h, d][axis] / 2) * (normal[axis] + u * across[axis] + v * up[axis])));
      shape.normals.push(normal);
      shape.uvs.push([(u * width) / 2, (v * height) / 2]);
    }
    shape.triangles.push([first, first + 1, first + 2], [first, first + 2, first + 3]);
  };
  face([0, 0, 1], [1, 0, 0], [0, 1, 0], [w, h]);
  face([0, 0, -1], [-1, 0, 0], [0, 1, 0], [w, h]);
  face([1, 0, 0], [0, 0, -1], [0, 1, 0], [d, h]);
  face([-1, 0, 0], [0, 0, 1], [0, 1, 0], [d, h]);
  face([0, 1, 0], [1, 0, 0], [0, 0, -1], [w, d]);
  face([0, -1, 0], [1, 0, 0], [0, 0, 1], [w, d]);
  return shape;
}

/** A ball, or an egg. */
export function ball([w, h, d], [x, y, z], segments = 12) {
  const rings = segments / 2;
  const profile = Array.from({ length: rings + 1 }, (_, ring) => {
    const turn = ring / rings / 2;
    return [sine(turn) / 2, -cosine(turn) / 2];
  });
  return moved(scaled(lathe(profile, { segments }), [w, h, d]), [x, y, z]);
}

export const moved = (shape, [x, y, z]) => ({ ...shape, places: shape.places.map((place) => [place[0] + x, place[1] + y, place[2] + z]) });

export const scaled = (shape, [x, y, z]) => smooth({ ...shape, places: shape.places.map((place) => [place[0] * x, place[1] * y, place[2] * z]) });

/** What stood upright lies: its top leads to +Z. */
export const laid = (shape) => ({
  ...shape,
  places: shape.places.map(([x, y, z]) => [x, -z, y]),
  normals: shape.normals.map(([x, y, z]) => [x, -z, y]),
});

export function joined(...shapes) {
  const whole = { places: [], normals: [], uvs: [], triangles: [] };
  for (const shape of shapes) {
    const first = whole.places.length;
    whole.places.push(...shape.places);
    whole.normals.push(...shape.normals);
    whole.uvs.push(...(shape.uvs ?? shape.places.map(([x, y]) => [x, y])));
    whole.triangles.push(...shape.triangles.map((corners) => corners.map((corner) => corner + first)));
  }
  return whole;
}

/** Normals that go evenly over the edges. */
function smooth(shape) {
  const sums = shape.places.map(() => [0, 0, 0]);
  for (const corners of shape.triangles) {
    const normal = across(corners.map((at) => shape.places[at]));
    for (const corner of corners) for (const axis of [0, 1, 2]) sums[corner][axis] += normal[axis];
  }
  return { ...shape, normals: sums.map((sum) => unit(sum)) };
}

function across([a, b, c]) {
  const [u, v] = [b, c].map((place) => [place[0] - a[0], place[1] - a[1], place[2] - a[2]]);
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}

const lengthOf = ([x, y, z]) => Math.sqrt(x * x + y * y + z * z);

const area = (places) => lengthOf(across(places)) / 2;

function unit(vector) {
  const length = lengthOf(vector);
  return length === 0 ? [0, 1, 0] : vector.map((part) => part / length);
}
