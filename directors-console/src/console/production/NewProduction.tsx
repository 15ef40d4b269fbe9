import { DownloadIcon, PrinterIcon, UploadIcon } from "lucide-react";
import { useState, type FormEvent } from "react";
import type { ProductionEntry } from "../../contracts/contracts";
import { api } from "../../shared/api";
import { useResource } from "../../shared/useResource";
import { useDirector } from "../director/useDirector";
import { Field, Refusal } from "../editing/Field";

/** The server hangs up on more, and a browser could not say why. */
const largestMb = { play: 32, pack: 128 };
const packExtension = ".vsproduction";

/** The theatre's productions: each can be taken out as one file or printed, and a new one made from a play or taken in from such a file. */
export function NewProduction() {
  const { ticket } = useDirector();
  const [made, setMade] = useState<ProductionEntry | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const found = useResource(`productions ${made?.id ?? ""}`, (signal) => api.productions({ ticket, signal }));
  const upload = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const play = fields.get("play");
    if (!(play instanceof File)) return;
    const isPack = play.name.endsWith(packExtension);
    const mostMb = isPack ? largestMb.pack : largestMb.play;
    if (play.size > mostMb << 20) return setRefusal(`${play.name} is larger than ${mostMb} MB.`);
    setBusy(true);
    setRefusal(null);
    try {
      setMade(isPack ? await api.importProduction(play, { ticket }) : await api.newProduction(play, String(fields.get("title") ?? "").trim(), { ticket }));
      form.reset();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const save = async (name: string, fetched: Promise<Blob>) => {
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await fetched);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section aria-labelledby="productions-heading">
      <h3 id="productions-heading">Productions of this theatre</h3>
      <ul className="productions">
        {found.value?.productions.map(({ id, title }) => (
          <li key={id}>
            <strong>{title}</strong> <span className="faint">{id}</span>
            <div className="acts">
              <button type="button" className="button is-small" onClick={() => void save(`${id}.html`, api.printedBook(id, { ticket }))}>
                <PrinterIcon size={14} aria-hidden="true" /> Prompt book <span className="visually-hidden">of {title}, to print</span>
              </button>
              <button type="button" className="button is-small" onClick={() => void save(id + packExtension, api.exportProduction(id, { ticket }))}>
                <DownloadIcon size={14} aria-hidden="true" /> Save as a file <span className="visually-hidden">{title}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      <form className="fields" aria-label="A new production" onSubmit={(event) => void upload(event)}>
        <Field label="A play" hint={`Bosak XML, TEI, Fountain or plain text; or a whole production (${packExtension})`} wide>
          <input type="file" name="play" required accept={`.xml,.tei,.fountain,.txt,.spmd,${packExtension}`} />
        </Field>
        <Field label="Title" hint="the play’s own where left empty" wide>
          <input name="title" maxLength={200} autoComplete="off" />
        </Field>
        <Refusal reason={refusal} />
        <div className="acts is-wide">
          <button type="submit" className="button is-small is-primary" disabled={isBusy}>
            <UploadIcon size={14} aria-hidden="true" /> {isBusy ? "Reading the play …" : "Take it in"}
          </button>
          <span role="status">{made ? `${made.title} is there, as ${made.id}.` : ""}</span>
        </div>
      </form>
    </section>
  );
}
