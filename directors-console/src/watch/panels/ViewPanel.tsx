import { ArrowDownIcon, ArrowLeftIcon, ArrowRightIcon, ArrowUpIcon, MinusIcon, PlusIcon, RotateCcwIcon, type LucideIcon } from "lucide-react";
import { seatRows, seatsInRow } from "../../stage/houseSide";
import { useStore } from "../../shared/store";
import { qualityInWords } from "../../stage/quality";
import { pictureQuality } from "../view/pictureQuality";
import { orbitKeys } from "../view/orbit";
import { freeCamera } from "../view/useHouseCamera";
import { viewName, views, viewWish } from "../view/viewWish";
import { Choices } from "./Choices";

/** From where the stage is watched. */
export function ViewPanel() {
  const { view, row, seat } = useStore(viewWish);
  const quality = useStore(pictureQuality);
  return (
    <>
      <Choices legend="The stage is seen" choices={views} nameOf={viewName} chosen={view} onChoose={(chosen) => viewWish.wish({ view: chosen })} />
      {view === "seat" && (
        <div className="seat-picker" role="group" aria-label="Your seat">
          <label className="field">
            Row
            <select value={row} onChange={(event) => viewWish.wish({ row: Number(event.target.value) })}>
              {numbers(seatRows).map((one) => (
                <option key={one} value={one}>
                  {one}
                  {rowWords(one)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            Seat
            <select value={seat} onChange={(event) => viewWish.wish({ seat: Number(event.target.value) })}>
              {numbers(seatsInRow).map((one) => (
                <option key={one} value={one}>
                  {one}
                  {seatWords(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {view === "free" && (
        <div className="orbit-keys" role="group" aria-label="Camera">
          {moves.map(({ key, label, Icon }) => (
            <button key={key} type="button" className="tool" aria-label={label} title={label} onClick={() => orbitKeys[key]?.(freeCamera)}>
              <Icon size={18} aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
      <p className="faint">{view === "free" ? "Drag the picture, turn the wheel or pinch; with the keyboard on the picture: arrow keys, + and −, Home." : "C takes the next view."}</p>
      <p className="faint">{qualityInWords[quality]}</p>
    </>
  );
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const rowWords = (row: number): string => (row === 1 ? ", near" : row === seatRows / 2 ? ", middle" : row === seatRows ? ", far" : "");

const seatWords = (seat: number): string => (seat === 1 ? ", left" : seat === seatsInRow / 2 ? ", middle" : seat === seatsInRow ? ", right" : "");

const moves: readonly { key: string; label: string; Icon: LucideIcon }[] = [
  { key: "ArrowLeft", label: "Go left", Icon: ArrowLeftIcon },
  { key: "ArrowRight", label: "Go right", Icon: ArrowRightIcon },
  { key: "ArrowUp", label: "Go up", Icon: ArrowUpIcon },
  { key: "ArrowDown", label: "Go down", Icon: ArrowDownIcon },
  { key: "+", label: "Come nearer", Icon: PlusIcon },
  { key: "-", label: "Go away", Icon: MinusIcon },
  { key: "Home", label: "Back to the middle", Icon: RotateCcwIcon },
];
