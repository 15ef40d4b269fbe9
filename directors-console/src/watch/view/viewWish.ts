import { addressOption } from "../../shared/addressOptions";
import { isOneOf, KeptStore } from "../../shared/keptStore";
import { seatRows, seatsInRow } from "../../stage/houseSide";

export const views = ["director", "seat", "speaker", "free"] as const;
export type View = (typeof views)[number];

export const viewName: Record<View, string> = {
  director: "Director's camera",
  seat: "From a seat",
  speaker: "Close-up on the speaker",
  free: "Free",
};

/** From where a person watches; kept in the browser. */
export interface ViewWish {
  view: View;
  row: number;
  seat: number;
}

const isFrom = (least: number, most: number) => (value: unknown) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

export const viewWish = new KeptStore<ViewWish>(
  "virtualstage.view",
  { view: "director", row: 6, seat: 20 },
  { view: isOneOf(...views), row: isFrom(1, seatRows), seat: isFrom(1, seatsInRow) },
);

// An address that asks for a view has it, and nothing is kept of that.
const asked = addressOption("view");
if (isView(asked)) viewWish.set({ ...viewWish.get(), view: asked });

function isView(name: string | null): name is View {
  return views.some((view) => view === name);
}

export function nextView(): void {
  const at = views.indexOf(viewWish.get().view);
  viewWish.wish({ view: views[(at + 1) % views.length] });
}
