import type { ProductionView } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { useConnected, useDirector } from "../director/useDirector";
import type { ProductionDocument } from "./document";
import type { ProductionDesk } from "./productionDesk";

export interface Editing {
  desk: ProductionDesk;
  view: ProductionView | null;
  document: ProductionDocument | null;
  /** The holder's ticket allows to edit at all. */
  isEditor: boolean;
  /** An edit can be sent now. */
  mayEdit: boolean;
}

/** The production's document and whether it can be edited. */
export function useProduction(): Editing {
  const director = useDirector();
  const { production: desk } = director;
  const view = useStore(desk.view);
  const sheet = useStore(desk.sheet);
  const isConnected = useConnected();
  const isBusy = useStore(desk.isBusy);
  const isEditor = director.may("edit");
  return { desk, view, document: sheet?.document ?? null, isEditor, mayEdit: isEditor && isConnected && !isBusy && sheet !== null && view !== null && view.lockedBy === null };
}
