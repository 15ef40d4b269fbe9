import type { Seat } from "../stage/view/eyes";
import type { Walking } from "./useWalking";

const names: Record<Seat, string> = { house: "From the house", behind: "From behind me", eyes: "By my eyes" };

/** From where the stage is seen. */
export function Seats({ walking }: { walking: Walking }) {
  return (
    <fieldset className="seats">
      <legend>
        See the stage <kbd>C</kbd>
      </legend>
      {(Object.keys(names) as Seat[]).map((seat) => (
        <label key={seat}>
          <input type="radio" name="seat" checked={walking.seat === seat} onChange={() => walking.sit(seat)} /> {names[seat]}
        </label>
      ))}
    </fieldset>
  );
}
