import { ListVideoIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { ScrollFrame } from "../company/ScrollFrame";
import { clockTime, offsetOf, placeKinds, placesOf, placeWords, timeInWords, type PlaceKind } from "./places";
import type { Replay } from "./Replay";

/** More than these nobody looks through: a few letters find the rest. */
const mostShown = 200;

const kindName: Record<PlaceKind, string> = { scenes: "Acts and scenes", lines: "Lines", cues: "Cues" };

/** Acts, scenes, lines and cues to go to. */
export function PlacesDialog({ replay }: { replay: Replay }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<PlaceKind>("scenes");
  const [sought, setSought] = useState("");
  const { contents } = replay;
  const places = open ? placesOf(contents.marks, kind, sought) : [];
  const goTo = (timeMs: number) => {
    replay.seek(timeMs);
    setOpen(false);
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <button type="button" className="tool with-text">
          <ListVideoIcon size={18} aria-hidden="true" /> <span>Go to</span>
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog places" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">Go to</Dialog.Title>
          <div className="places-search">
            <label className="field">
              What
              <select value={kind} onChange={(event) => setKind(event.target.value as PlaceKind)}>
                {placeKinds.map((one) => (
                  <option key={one} value={one}>
                    {kindName[one]}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              With the words
              <input value={sought} onChange={(event) => setSought(event.target.value)} autoComplete="off" />
            </label>
          </div>
          <p role="status" className="faint">
            {places.length === 0 ? "Nothing is found." : places.length > mostShown ? `${places.length} places; the first ${mostShown} are shown.` : `${places.length} places.`}
          </p>
          <ScrollFrame className="places-list" label={kindName[kind]}>
            <ol>
            {places.slice(0, mostShown).map((mark) => (
              <li key={`${mark.kind} ${mark.id} ${mark.timeMs}`}>
                <button type="button" className="place" onClick={() => goTo(mark.timeMs)}>
                  <span className="place-time" aria-hidden="true">
                    {clockTime(offsetOf(contents, mark.timeMs))}
                  </span>
                  <span>{placeWords(mark)}</span>
                  <span className="visually-hidden">, at {timeInWords(offsetOf(contents, mark.timeMs))}</span>
                </button>
              </li>
            ))}
            </ol>
          </ScrollFrame>
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
