import { PencilIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Field, Refusal } from "../editing/Field";
import { asTexts, type ProductionDocument, type RoleEntry } from "./document";
import { useProduction } from "./useProduction";

/** The roles of the production: names, costumes, who speaks which label, who doubles whom. */
export function RolesTable({ document }: { document: ProductionDocument }) {
  return (
    <section aria-labelledby="roles-table-heading">
      <h3 id="roles-table-heading">Roles</h3>
      <table className="roles-table">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Speaks in the text as</th>
            <th scope="col">Doubles</th>
            <th scope="col">
              <span className="visually-hidden">Edit</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(document.roles).map(([id, role]) => (
            <tr key={id}>
              <th scope="row">
                <span className="swatch" style={{ background: role.colour }} aria-hidden="true" />
                {role.name}
              </th>
              <td>{asTexts(role.speakers).join(", ")}</td>
              <td>
                {asTexts(role.doubles)
                  .map((one) => document.roles[one]?.name ?? one)
                  .join(", ")}
              </td>
              <td>
                <RoleDialog id={id} role={role} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RoleFields {
  name: string;
  colour: string;
  speakers: string;
  doubles: string;
}

const listed = (value: string): string[] =>
  value
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

function RoleDialog({ id, role }: { id: string; role: RoleEntry }) {
  const { mayEdit, isEditor } = useProduction();
  const [isOpen, setOpen] = useState(false);
  if (!isEditor) return null;
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small is-icon" disabled={!mayEdit} aria-label={`Edit ${role.name}`}>
          <PencilIcon size={14} aria-hidden="true" />
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{role.name}</Dialog.Title>
          <RoleForm id={id} role={role} onDone={() => setOpen(false)} />
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function RoleForm({ id, role, onDone }: { id: string; role: RoleEntry; onDone(): void }) {
  const { desk, mayEdit } = useProduction();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit } = useForm<RoleFields>({ defaultValues: { name: role.name, colour: role.colour, speakers: asTexts(role.speakers).join(", "), doubles: asTexts(role.doubles).join(", ") } });
  const keep = handleSubmit(async ({ name, colour, speakers, doubles }) => {
    const entry: RoleEntry = { name: name.trim(), colour, speakers: listed(speakers), ...(doubles.trim() ? { doubles: listed(doubles) } : {}) };
    const reason = await desk.edit(`Change role ${id}`, [{ type: "PutEntry", value: { section: "roles", key: id, value: JSON.stringify(entry) } }]);
    setRefusal(reason);
    if (reason === null) onDone();
  });
  return (
    <form className="fields" onSubmit={(event) => void keep(event)}>
      <Field label="Name" wide>
        <input {...register("name")} required maxLength={100} />
      </Field>
      <Field label="Costume">
        <input type="color" {...register("colour")} />
      </Field>
      <Field label="Labels in the text" hint="with commas between" wide>
        <input {...register("speakers")} />
      </Field>
      <Field label="Doubles" hint="ids of roles, with commas between" wide>
        <input {...register("doubles")} />
      </Field>
      <Refusal reason={refusal} />
      <div className="dialog-actions is-wide">
        <button type="submit" className="button is-primary" disabled={!mayEdit}>
          Keep it
        </button>
      </div>
    </form>
  );
}
