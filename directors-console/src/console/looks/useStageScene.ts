import { createContext, useContext } from "react";
import type { StageScene } from "../../contracts/contracts";
import { Store } from "../../shared/store";

/** The scene on the stage now, for the parts of the console that show it in another light. */
export const SceneContext = createContext<Store<StageScene | null>>(new Store<StageScene | null>(null));

export const useStageScene = (): Store<StageScene | null> => useContext(SceneContext);
