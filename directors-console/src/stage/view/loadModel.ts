import { LoadingManager, Mesh, MeshLambertMaterial, MeshStandardMaterial, Texture, type Group, type Material, type MeshBasicMaterial } from "three";
import type { ModelInfo } from "../../contracts/contracts";
import { fetchFile } from "../../shared/fetchFile";

/** Fetches and reads a model. Rejects when it cannot be had or read. */
export async function loadModel({ hash }: ModelInfo): Promise<Group> {
  const [file, { GLTFLoader }] = await Promise.all([fetchFile("model", hash), import("three/examples/jsm/loaders/GLTFLoader.js")]);
  const { scene } = await new GLTFLoader(withinItself()).parseAsync(file, "");
  makePlain(scene);
  return scene;
}

/** A model's textures are in its file; nothing in it sends a browser anywhere. */
function withinItself(): LoadingManager {
  const manager = new LoadingManager();
  manager.setURLModifier((url) => {
    if (!url.startsWith("blob:")) throw new Error("it names another file");
    return url;
  });
  return manager;
}

/** Draws it as everything on the stage is drawn: lamps light it, nothing is mirrored in it. */
function makePlain(model: Group): void {
  const plain = new Map<Material, Material>();
  model.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.castShadow = part.receiveShadow = true;
    const material = part.material as Material;
    const known = plain.get(material) ?? plainOf(material);
    plain.set(material, known);
    part.material = known;
  });
  const kept = new Set([...plain.values()].flatMap(texturesOf));
  for (const [material, drawn] of plain) {
    if (material === drawn) continue;
    for (const texture of texturesOf(material)) if (!kept.has(texture)) disposeTexture(texture);
    material.dispose();
  }
}

function plainOf(material: Material): Material {
  if (!(material instanceof MeshStandardMaterial)) return material;
  const { name, color, map, emissive, emissiveMap, emissiveIntensity, vertexColors, flatShading, transparent, opacity, alphaTest, depthWrite, side } = material;
  return new MeshLambertMaterial({ name, color, map, emissive, emissiveMap, emissiveIntensity, vertexColors, flatShading, transparent, opacity, alphaTest, depthWrite, side });
}

const texturesOf = (material: Material): Texture[] => Object.values(material as MeshBasicMaterial).filter((value): value is Texture => value instanceof Texture);

function disposeTexture(texture: Texture): void {
  if (typeof ImageBitmap !== "undefined" && texture.image instanceof ImageBitmap) texture.image.close();
  texture.dispose();
}

/** Gives back what a model holds on the graphics card. */
export function disposeModel(model: Group): void {
  model.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.geometry.dispose();
    const material = part.material as Material;
    for (const texture of texturesOf(material)) disposeTexture(texture);
    material.dispose();
  });
}
