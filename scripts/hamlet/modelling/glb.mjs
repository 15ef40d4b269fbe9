// Writes binary glTF 2.0: one file with everything in it.

const [float, unsignedShort] = [5126, 5123];
const [vertices, indices] = [34962, 34963];

/** A model's file from parts: { mesh, material, isTwoSided, picture }. */
export function glb(name, parts) {
  const bytes = new Bytes();
  const [materials, images, primitives] = [[], [], []];
  for (const { mesh, colour, metal = 0, isTwoSided = false, picture = null } of parts) {
    const texture = picture === null ? {} : { baseColorTexture: { index: images.push({ bufferView: bytes.view(picture), mimeType: "image/png" }) - 1 } };
    materials.push({
      pbrMetallicRoughness: { baseColorFactor: [...colour.map(linear), 1], ...texture, metallicFactor: metal, roughnessFactor: metal > 0 ? 0.35 : 0.85 },
      ...(isTwoSided ? { doubleSided: true } : {}),
    });
    primitives.push({
      attributes: {
        POSITION: bytes.floats("VEC3", mesh.places, true),
        NORMAL: bytes.floats("VEC3", mesh.normals),
        ...(picture === null ? {} : { TEXCOORD_0: bytes.floats("VEC2", mesh.uvs) }),
      },
      indices: bytes.indices(mesh.triangles.flat()),
      material: materials.length - 1,
    });
  }
  const description = {
    asset: { version: "2.0", generator: "VirtualStage, scripts/hamlet/modelling" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name, mesh: 0 }],
    meshes: [{ name, primitives }],
    materials,
    ...(images.length > 0 ? { textures: images.map((_, source) => ({ source })), images } : {}),
    accessors: bytes.accessors,
    bufferViews: bytes.views,
    buffers: [{ byteLength: bytes.length }],
  };
  return container(Buffer.from(JSON.stringify(description)), Buffer.concat(bytes.pieces));
}

class Bytes {
  pieces = [];
  views = [];
  accessors = [];
  length = 0;

  view(piece, target) {
    const filled = fill(piece, 0);
    this.views.push({ buffer: 0, byteOffset: this.length, byteLength: piece.length, ...(target ? { target } : {}) });
    this.pieces.push(filled);
    this.length += filled.length;
    return this.views.length - 1;
  }

  floats(type, rows, withBox = false) {
    const values = Float32Array.from(rows.flat(), (value) => Math.round(value * 1e5) / 1e5 + 0);
    const size = rows[0].length;
    const ends = (pick) => Array.from({ length: size }, (_, axis) => pick(...Array.from({ length: rows.length }, (__, row) => values[row * size + axis])));
    return this.accessor({ type, componentType: float, count: rows.length, ...(withBox ? { min: ends(Math.min), max: ends(Math.max) } : {}) }, values, vertices);
  }

  indices(corners) {
    return this.accessor({ type: "SCALAR", componentType: unsignedShort, count: corners.length }, Uint16Array.from(corners), indices);
  }

  accessor(accessor, values, target) {
    return this.accessors.push({ bufferView: this.view(Buffer.from(values.buffer), target), ...accessor }) - 1;
  }
}

/** Colours are chosen as screens show them, and told as light. */
function linear(value) {
  const share = value / 255;
  // Close to the curve of sRGB, by what every machine rounds alike.
  return Math.round(share * share * (0.35 + 0.65 * share) * 1e4) / 1e4;
}

function container(json, binary) {
  const chunks = [
    [0x4e4f534a, fill(json, 0x20)],
    [0x004e4942, binary],
  ].map(([type, bytes]) => Buffer.concat([words(bytes.length, type), bytes]));
  return Buffer.concat([Buffer.from("glTF"), words(2, 12 + chunks[0].length + chunks[1].length), ...chunks]);
}

function words(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
}

const fill = (bytes, value) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, value)]);
