import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { numbersOf, type ProductionDocument } from "../production/document";
import { BlockingFields } from "./BlockingFields";
import { actions, type Action, type CueForm } from "./cueForm";
import { Field, Options } from "./Field";
import { FlyFields } from "./FlyFields";

/** What the cue does, and the fields of that. */
export function ActionFields({ document }: { document: ProductionDocument }) {
  const { register, watch } = useFormContext<CueForm>();
  const action = watch("action");
  return (
    <fieldset className="action">
      <legend>What it does</legend>
      <div className="fields">
        <Field label="Kind" wide>
          <select {...register("action")}>
            {Object.entries(actions).map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        {fieldsOf(action, document)}
      </div>
    </fieldset>
  );
}

function fieldsOf(action: Action, document: ProductionDocument): ReactNode {
  switch (action) {
    case "look":
      return <NameField name="look" label="Look" names={Object.keys(document.looks)} />;
    case "sound":
      return <NameField name="sound" label="Sound" names={Object.keys(document.sounds ?? {})} />;
    case "fly":
      return <FlyFields pieces={Object.entries(document.stage.pieces ?? {}).flatMap(([id, piece]) => (piece.flown ? [id] : []))} />;
    case "blocking":
      return <BlockingFields document={document} />;
    case "fight":
      return <NameField name="fight" label="Fight" names={Object.keys(document.fights ?? {})} />;
    case "call":
      return <CallFields roles={document.roles} />;
    case "performer":
      return <PerformerFields document={document} />;
    case "message":
      return <MessageFields />;
    case "group":
      return <GroupFields />;
    case "wait":
      return <TextField name="wait" label="Wait" hint="s" />;
    case "memo":
      return <TextField name="memo" label="Memo" />;
    default:
      return <NameField name="target" label="Cue" names={numbersOf(document)} />;
  }
}

function NameField({ name, label, names }: { name: "look" | "sound" | "fight" | "target"; label: string; names: readonly string[] }) {
  const { register, watch } = useFormContext<CueForm>();
  return (
    <Field label={label} wide>
      <select {...register(name)} required>
        <Options names={names} chosen={watch(name)} none="choose …" />
      </select>
    </Field>
  );
}

function TextField({ name, label, hint }: { name: "wait" | "memo"; label: string; hint?: string }) {
  const { register } = useFormContext<CueForm>();
  return (
    <Field label={label} hint={hint} wide>
      <input {...register(name)} required autoComplete="off" />
    </Field>
  );
}

function CallFields({ roles }: { roles: ProductionDocument["roles"] }) {
  const { register } = useFormContext<CueForm>();
  return (
    <>
      <Field label="Words of the call" wide>
        <input {...register("callText")} required autoComplete="off" />
      </Field>
      <fieldset className="checks is-wide">
        <legend>Who is called (nobody ticked: the whole company)</legend>
        {Object.entries(roles).map(([id, role]) => (
          <label key={id}>
            <input type="checkbox" value={id} {...register("callRoles")} /> {role.name}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function PerformerFields({ document }: { document: ProductionDocument }) {
  const { register, watch } = useFormContext<CueForm>();
  return (
    <>
      <Field label="Role">
        <select {...register("performerRole")} required>
          <Options names={Object.keys(document.roles)} chosen={watch("performerRole")} none="choose …" />
        </select>
      </Field>
      <Field label="Does">
        <select {...register("performerStep")}>
          <option value="enters">appears on</option>
          <option value="to">moves to</option>
          <option value="leaves">leaves</option>
        </select>
      </Field>
      {watch("performerStep") !== "leaves" && (
        <Field label="Mark">
          <select {...register("performerMark")} required>
            <Options names={Object.keys(document.stage.marks)} chosen={watch("performerMark")} none="choose …" />
          </select>
        </Field>
      )}
    </>
  );
}

function MessageFields() {
  const { register } = useFormContext<CueForm>();
  return (
    <>
      <Field label="Target" hint="set up by the theatre’s operator">
        <input {...register("messageTo")} required autoComplete="off" />
      </Field>
      <Field label="Address">
        <input {...register("messageAddress")} required autoComplete="off" />
      </Field>
      <Field label="Arguments" hint='such as 1, 0.5, true, "text"' wide>
        <input {...register("messageArguments")} autoComplete="off" />
      </Field>
    </>
  );
}

function GroupFields() {
  const { register } = useFormContext<CueForm>();
  return (
    <>
      <Field label="Its members go" wide>
        <select {...register("groupMode")}>
          <option value="simultaneous">all at once</option>
          <option value="sequence">one after the other</option>
          <option value="random">one of them by chance</option>
        </select>
      </Field>
      <p className="faint is-wide">Members are cues of their own: select one in the sheet, and insert the next one behind it.</p>
    </>
  );
}
