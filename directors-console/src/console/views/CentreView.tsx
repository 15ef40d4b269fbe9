import { BookView } from "../book/BookView";
import { CartView } from "../cues/CartView";
import { CuesView } from "../cues/CuesView";
import { LooksView } from "../looks/LooksView";
import { ProductionView } from "../production/ProductionView";
import { MattingView } from "../matting/MattingView";
import { RehearseView } from "../rehearse/RehearseView";
import { StagePlanView } from "../stageplan/StagePlanView";
import type { ViewName } from "./views";

const centres: Record<ViewName, () => React.ReactNode> = {
  book: BookView,
  cues: CuesView,
  cart: CartView,
  stage: StagePlanView,
  looks: LooksView,
  production: ProductionView,
  rehearse: RehearseView,
  matting: MattingView,
};

/** What stands in the middle of the console. */
export function CentreView({ view }: { view: ViewName }) {
  const Centre = centres[view];
  return <Centre />;
}
