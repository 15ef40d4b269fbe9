import { BookView } from "../book/BookView";
import { CartView } from "../cues/CartView";
import { CuesView } from "../cues/CuesView";
import { LooksView } from "../looks/LooksView";
import { ProductionView } from "../production/ProductionView";
import { MattingView } from "../matting/MattingView";
import { AuditionsView } from "../people/AuditionsView";
import { CallSheetView } from "../people/CallSheetView";
import { CastView } from "../people/CastView";
import { ChannelsView } from "../people/ChannelsView";
import { DoublingView } from "../people/DoublingView";
import { ModerationView } from "../people/ModerationView";
import { NotesView } from "../people/NotesView";
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
  company: CastView,
  doubling: DoublingView,
  auditions: AuditionsView,
  "call-sheet": CallSheetView,
  notes: NotesView,
  channels: ChannelsView,
  moderation: ModerationView,
};

/** What stands in the middle of the console. */
export function CentreView({ view }: { view: ViewName }) {
  const Centre = centres[view];
  return <Centre />;
}
