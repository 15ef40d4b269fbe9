import { useForm } from "react-hook-form";
import { Field } from "../editing/Field";
import type { PieceEntry, Point } from "../production/document";

interface Numbers {
  shape: PieceEntry["shape"];
  size: Point;
  position: Point;
  rotation: number;
  colour: string;
  leaves: boolean;
  out: Point;
  start: "in" | "out";
}

interface Props {
  piece: PieceEntry;
  mayEdit: boolean;
  onKeep(piece: PieceEntry): void;
}

/** A set piece in numbers. */
export function PieceForm({ piece, mayEdit, onKeep }: Props) {
  const { register, handleSubmit, watch } = useForm<Numbers>({
    defaultValues: { ...piece, rotation: piece.rotation ?? 0, leaves: piece.flown !== undefined, out: piece.flown?.out ?? [0, 8, 0], start: piece.flown?.start ?? "in" },
  });
  const keep = handleSubmit(({ shape, size, position, rotation, colour, leaves, out, start }) =>
    onKeep({ shape, size, position, ...(rotation === 0 ? {} : { rotation }), colour, ...(leaves ? { flown: { out, ...(start === "out" ? { start } : {}) } } : {}), ...(piece.model === undefined ? {} : { model: piece.model }) }),
  );
  const point = (name: "size" | "position" | "out", labels: [string, string, string]) => (
    <div className="point">
      {labels.map((label, at) => (
        <Field key={label} label={label}>
          <input type="number" step="any" required {...register(`${name}.${at as 0 | 1 | 2}`, { valueAsNumber: true })} />
        </Field>
      ))}
    </div>
  );
  return (
    <form onSubmit={(event) => void keep(event)}>
      <Field label="Shape">
        <select {...register("shape")}>
          {["box", "cylinder", "cone", "stairs"].map((shape) => (
            <option key={shape}>{shape}</option>
          ))}
        </select>
      </Field>
      {point("size", ["Width", "Height", "Depth"])}
      {point("position", ["To left", "Up", "To audience"])}
      <Field label="Turned" hint="°">
        <input type="number" step="any" min={-360} max={360} required {...register("rotation", { valueAsNumber: true })} />
      </Field>
      <Field label="Colour">
        <input type="color" {...register("colour")} />
      </Field>
      <label className="check">
        <input type="checkbox" {...register("leaves")} /> Can leave
      </label>
      {watch("leaves") && (
        <>
          {point("out", ["Out: left", "Out: up", "Out: audience"])}
          <Field label="At the preset">
            <select {...register("start")}>
              <option value="in">in</option>
              <option value="out">out</option>
            </select>
          </Field>
        </>
      )}
      <button type="submit" className="button is-small is-primary" disabled={!mayEdit}>
        Keep
      </button>
    </form>
  );
}
