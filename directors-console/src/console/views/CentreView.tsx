import { BookView } from "../book/BookView";
import { CartView } from "../cues/CartView";
import { CuesView } from "../cues/CuesView";
import { MattingView } from "../matting/MattingView";
import { RehearseView } from "../rehearse/RehearseView";
import type { ViewName } from "./views";

const centres: Record<ViewName, () => React.ReactNode> = {
  book: BookView,
  cues: CuesView,
  cart: CartView,
  rehearse: RehearseView,
  matting: MattingView,
};

/** What stands in the middle of the console. */
export function CentreView({ view }: { view: ViewName }) {
  const Centre = centres[view];
  return <Centre />;
}
