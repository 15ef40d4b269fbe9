import type { Group } from "three";
import type { ModelInfo } from "../../contracts/contracts";
import { disposeModel, loadModel } from "./loadModel";

/** The models of one stage: each file is loaded once, however many things are drawn as it, and all go when the stage does. */
export class Models {
  private readonly loads = new Map<string, Promise<Group | null>>();
  private isDisposed = false;

  /**
   * @param load Loads a model; rejects when it cannot be had.
   * @param changed Called when another thing is drawn as its model, with how many are.
   */
  constructor(
    private readonly changed: (shown: number) => void,
    private readonly load: (model: ModelInfo) => Promise<Group> = loadModel,
  ) {}

  private shown = 0;

  /** Hands over a copy when the model is there; never when it cannot be had, and what is drawn meanwhile stays. */
  async whenThere(model: ModelInfo | null, show: (copy: Group) => void): Promise<void> {
    if (!model) return;
    const loading = this.loads.get(model.hash) ?? this.start(model);
    this.loads.set(model.hash, loading);
    const loaded = await loading;
    if (!loaded || this.isDisposed) return;
    show(loaded.clone(true));
    this.changed(++this.shown);
  }

  dispose(): void {
    this.isDisposed = true;
    for (const loading of this.loads.values()) void loading.then((model) => model && disposeModel(model));
    this.loads.clear();
  }

  private async start(model: ModelInfo): Promise<Group | null> {
    try {
      return await this.load(model);
    } catch (problem) {
      // oxlint-disable-next-line no-console -- whoever made the model looks here; everybody else sees the primitives
      console.warn(`The model ${model.hash.slice(0, 12)} cannot be shown: ${problem instanceof Error ? problem.message : String(problem)}. Primitives stand for it.`);
      return null;
    }
  }
}
