import type { StagePlan } from "../../contracts/contracts";
import { Sheet } from "../panels/Sheet";
import { SurtitlesPanel } from "../panels/SurtitlesPanel";
import { ViewPanel } from "../panels/ViewPanel";
import type { Panel } from "./usePanel";

interface Props {
  panel: Panel | null;
  plan: StagePlan | null;
  opener(): HTMLElement | null;
  onClose(): void;
}

/** The panel that is open of those that every page with a stage for spectators has. */
export function ViewerSheets({ panel, plan, opener, onClose }: Props) {
  if (panel === "view") {
    return (
      <Sheet title="View" opener={opener} onClose={onClose}>
        <ViewPanel />
      </Sheet>
    );
  }
  if (panel === "surtitles") {
    return (
      <Sheet title="Surtitles" opener={opener} onClose={onClose}>
        <SurtitlesPanel spoken={plan?.language ?? "en"} translations={plan?.translations ?? []} />
      </Sheet>
    );
  }
  return null;
}
