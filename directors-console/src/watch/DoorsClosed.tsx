import { DoorClosedIcon } from "lucide-react";
import type { HouseStatus } from "../house/connection";
import { Notice } from "../shared/Notice";

/** The foyer: why nothing can be seen yet. The page goes in by itself. */
export function DoorsClosed({ performance, status }: { performance: string; status: HouseStatus }) {
  const { title, text } = words[status] ?? words["reconnecting"]!;
  return (
    <Notice title={title}>
      <DoorClosedIcon size={40} aria-hidden="true" />
      <p role="status">{text}</p>
      <p>
        <a href="/">What else is on</a>
      </p>
      <p className="faint">Performance {performance}</p>
    </Notice>
  );
}

const words: Partial<Record<HouseStatus, { title: string; text: string }>> = {
  "doors closed": { title: "The doors are closed", text: "You will be let in as soon as they open. There is nothing for you to do but stay." },
  "no such performance": { title: "No such performance", text: "Nobody here knows this performance. Perhaps the link is old." },
  "house full": { title: "The house is full", text: "You will be let in as soon as a seat is free." },
  reconnecting: { title: "The theatre does not answer", text: "Knocking again every few seconds …" },
};
