import { readFileSync } from "node:fs";
import { BoxGeometry, Group, Mesh, MeshLambertMaterial, MeshStandardMaterial, Texture } from "three";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ModelInfo } from "../../contracts/contracts";
import { disposeModel, loadModel } from "./loadModel";
import { Models } from "./models";

const cup: ModelInfo = { hash: "c0ffee", bytes: 8 };
const boxModel = () => new Group().add(new Mesh(new BoxGeometry(1, 1, 1), new MeshStandardMaterial({ map: new Texture() })));

function answerWith(bytes: Uint8Array | null): void {
  vi.stubGlobal("fetch", async () => ({ ok: bytes !== null, status: bytes ? 200 : 404, arrayBuffer: async () => bytes?.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) }));
}

const bundled = (name: string) => new Uint8Array(readFileSync(`../scripts/hamlet/models/${name}.glb`));

/** A file with a description alone. */
function described(json: object): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json).padEnd(Math.ceil(JSON.stringify(json).length / 4) * 4));
  const file = new Uint8Array(20 + text.length);
  new Uint32Array(file.buffer, 0, 5).set([0x46546c67, 2, file.length, text.length, 0x4e4f534a]);
  file.set(text, 20);
  return file;
}

const meshesOf = (model: Group) => {
  const meshes: Mesh[] = [];
  model.traverse((part) => part instanceof Mesh && meshes.push(part));
  return meshes;
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("loadModel", () => {
  it.each([["cup", 1], ["foil", 3], ["inky-cloak", 4]])("reads the bundled %s in %i parts, drawn as the rest of the stage", async (name, parts) => {
    answerWith(bundled(name));

    const meshes = meshesOf(await loadModel(cup));

    expect(meshes.length).toBe(parts);
    for (const mesh of meshes) {
      expect(mesh.material).toBeInstanceOf(MeshLambertMaterial);
      expect(mesh.castShadow).toBe(true);
      expect(mesh.geometry.getAttribute("normal").count).toBe(mesh.geometry.getAttribute("position").count);
    }
  });

  it("rejects what is not given, and what is no model", async () => {
    answerWith(null);
    await expect(loadModel(cup)).rejects.toThrow("the model was not given (404)");
    answerWith(new TextEncoder().encode("<html>"));
    await expect(loadModel(cup)).rejects.toThrow("not valid JSON");
  });

  it("goes nowhere for what a model names outside of its file", async () => {
    const asked: string[] = [];
    const file = described({ asset: { version: "2.0" }, buffers: [{ byteLength: 4, uri: "https://elsewhere.example/x.bin" }], bufferViews: [{ buffer: 0, byteLength: 4 }], accessors: [{ bufferView: 0, componentType: 5121, count: 1, type: "SCALAR" }], meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }], nodes: [{ mesh: 0 }], scenes: [{ nodes: [0] }] });
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      return { ok: true, status: 200, arrayBuffer: async () => file.buffer };
    });

    await expect(loadModel(cup)).rejects.toThrow("another file");
    expect(asked).toEqual(["/api/models/c0ffee"]);
  });
});

describe("Models", () => {
  it("loads a file once, and hands everybody a copy of their own", async () => {
    const load = vi.fn<() => Promise<Group>>(async () => boxModel());
    const counts: number[] = [];
    const models = new Models((shown) => counts.push(shown), load);
    const copies: Group[] = [];

    await Promise.all([models.whenThere(cup, (copy) => copies.push(copy)), models.whenThere({ ...cup }, (copy) => copies.push(copy)), models.whenThere(null, () => copies.push(new Group()))]);

    expect(load).toHaveBeenCalledTimes(1);
    expect(counts).toEqual([1, 2]);
    expect(copies.length).toBe(2);
    expect(copies[0]).not.toBe(copies[1]);
    expect(meshesOf(copies[0] as Group)[0]?.geometry).toBe(meshesOf(copies[1] as Group)[0]?.geometry);
  });

  it("leaves what is drawn, and says so in the console's log, when a model cannot be had", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const show = vi.fn<(copy: Group) => void>();

    await new Models(() => undefined, () => Promise.reject(new Error("the model was not given (404)"))).whenThere(cup, show);

    expect(show).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledWith("The model c0ffee cannot be shown: the model was not given (404). Primitives stand for it.");
  });

  it("gives everything back when the stage goes, also what comes later", async () => {
    const model = boxModel();
    const material = meshesOf(model)[0]?.material as MeshStandardMaterial;
    const [show, texture, geometry] = [vi.fn<(copy: Group) => void>(), vi.spyOn(material.map as Texture, "dispose"), vi.spyOn(meshesOf(model)[0]?.geometry as BoxGeometry, "dispose")];
    let arrive: (model: Group) => void = () => undefined;
    const models = new Models(() => undefined, () => new Promise((resolve) => (arrive = resolve)));
    const shown = models.whenThere(cup, show);

    models.dispose();
    arrive(model);
    await shown;

    expect(show).not.toHaveBeenCalled();
    expect(texture).toHaveBeenCalled();
    expect(geometry).toHaveBeenCalled();
    disposeModel(new Group());
  });
});
