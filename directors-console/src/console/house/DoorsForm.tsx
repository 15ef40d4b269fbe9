import { useState, type FormEvent } from "react";
import { DoorsFor, type DoorsView } from "../../contracts/contracts";
import { useDirector, useMay, usePending } from "../director/useDirector";
import { admitsName } from "./doorsInWords";

const mostCapacity = 100_000;

/** Says who is let in, and how many. Nobody who is in is shown out. */
export function DoorsForm({ doors }: { doors: DoorsView }) {
  const director = useDirector();
  const may = useMay("call");
  const isPending = usePending("SetDoors");
  const [admits, setAdmits] = useState(doors.admits);
  const [capacity, setCapacity] = useState(doors.capacity === null ? "" : String(doors.capacity));
  const set = (event: FormEvent) => {
    event.preventDefault();
    director.press("Set the doors", { type: "SetDoors", value: { admits, capacity: capacity === "" ? null : Number(capacity) } });
  };
  return (
    <form className="doors-form" onSubmit={set}>
      <fieldset disabled={!may}>
        <legend>Who may come in</legend>
        {[DoorsFor.Everybody, DoorsFor.Invited, DoorsFor.Company].map((value) => (
          <label key={value}>
            <input type="radio" name="admits" checked={admits === value} onChange={() => setAdmits(value)} /> {admitsName[value]}
          </label>
        ))}
      </fieldset>
      <label className="field">
        Places for the audience
        <input type="number" inputMode="numeric" min={1} max={mostCapacity} step={1} placeholder="any number" value={capacity} disabled={!may} onChange={(event) => setCapacity(event.target.value)} />
      </label>
      <button type="submit" className="button is-primary" disabled={!may || isPending}>
        Set the doors
      </button>
    </form>
  );
}
