import { BookView } from "../book/BookView";
import { CartView } from "../cues/CartView";
import { CuesView } from "../cues/CuesView";
import { AuditionsView } from "../people/AuditionsView";
import { CallSheetView } from "../people/CallSheetView";
import { CastView } from "../people/CastView";
import { ChannelsView } from "../people/ChannelsView";
import { DoublingView } from "../people/DoublingView";
import { ModerationView } from "../people/ModerationView";
import { NotesView } from "../people/NotesView";
import { RehearseView } from "../rehearse/RehearseView";
import type { ViewName } from "./views";

const centres: Record<ViewName, () => React.ReactNode> = {
  book: BookView,
  cues: CuesView,
  cart: CartView,
  rehearse: RehearseView,
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
