import { DoorClosedIcon } from "lucide-react";
import type { QueuePlace } from "../contracts/contracts";
import type { HouseStatus } from "../house/connection";
import { Notice } from "../shared/Notice";

/** The foyer: why nothing can be seen yet. The page goes in by itself. */
export function DoorsClosed({ performance, status, place }: { performance: string; status: HouseStatus; place: QueuePlace | null }) {
  const { title, text } = words[status] ?? words["reconnecting"]!;
  return (
    <Notice title={title}>
      <DoorClosedIcon size={40} aria-hidden="true" />
      <p role="status">{(place && placeInWords(place)) ?? text}</p>
      <p>
        <a href="/">What else is on</a>
      </p>
      <p className="faint">Performance {performance}</p>
    </Notice>
  );
}

/** Where in the queue somebody is; null for who need not wait any more. */
export function placeInWords({ number, waiting }: QueuePlace): string | null {
  if (number === 0) return "A seat is free. Come in …";
  return `You are number ${number} of ${waiting} ${waiting === 1 ? "who waits" : "who wait"}. You will be let in as soon as it is your turn; keep this page open.`;
}

const words: Partial<Record<HouseStatus, { title: string; text: string }>> = {
  "doors closed": { title: "The doors are closed", text: "You will be let in as soon as they open. There is nothing for you to do but stay." },
  "no such performance": { title: "No such performance", text: "Nobody here knows this performance. Perhaps the link is old." },
  "house full": { title: "The house is full", text: "You will be let in as soon as a seat is free." },
  "queue full": { title: "The house is full", text: "Too many wait already. The page asks again every few seconds." },
  "too many from here": { title: "Too many from one place", text: "So many watch from your network that no more are let in. The page asks again every few seconds." },
  reconnecting: { title: "The theatre does not answer", text: "Knocking again every few seconds …" },
};
