import { useForm } from "react-hook-form";
import { Field } from "../editing/Field";
import type { MarkEntry } from "../production/document";

interface Props {
  place: MarkEntry;
  hasFacing: boolean;
  mayEdit: boolean;
  onKeep(place: MarkEntry): void;
}

/** A mark or an entrance in numbers. */
export function PlaceForm({ place, hasFacing, mayEdit, onKeep }: Props) {
  const { register, handleSubmit } = useForm<MarkEntry>({ defaultValues: { x: place.x, z: place.z, facing: place.facing ?? 0 } });
  const keep = handleSubmit(({ x, z, facing = 0 }) => onKeep({ x, z, ...(hasFacing && facing !== 0 ? { facing } : {}) }));
  return (
    <form onSubmit={(event) => void keep(event)}>
      <Field label="To stage left" hint="m">
        <input type="number" step="any" required {...register("x", { valueAsNumber: true })} />
      </Field>
      <Field label="To the audience" hint="m">
        <input type="number" step="any" required {...register("z", { valueAsNumber: true })} />
      </Field>
      {hasFacing && (
        <Field label="Faces" hint="°, 0 the audience">
          <input type="number" step="any" min={-360} max={360} required {...register("facing", { valueAsNumber: true })} />
        </Field>
      )}
      <button type="submit" className="button is-small is-primary" disabled={!mayEdit}>
        Keep
      </button>
    </form>
  );
}
