import { ScissorsIcon } from "lucide-react";
import { useState } from "react";
import { BookItemKind } from "../../contracts/contracts";
import { useBook } from "../director/useDirector";
import { Refusal } from "../editing/Field";
import { cutWords, withCut, withoutCut } from "../editing/lineEdits";
import type { ProductionDocument } from "./document";
import { useProduction } from "./useProduction";

/** What is cut, and how it comes back. Lines are cut in the prompt book; whole divisions here. */
export function CutsPanel({ document }: { document: ProductionDocument }) {
  const { desk, mayEdit } = useProduction();
  const book = useBook();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [division, setDivision] = useState("");
  const divisions = book?.rows.filter((row) => row.item.kind === BookItemKind.Heading).map((row) => row.item) ?? [];
  const cuts = document.cuts ?? [];
  return (
    <section aria-labelledby="cuts-heading">
      <h3 id="cuts-heading">Cuts</h3>
      {cuts.length === 0 ? (
        <p className="faint">Nothing is cut. Press the number of a line in the prompt book to cut from it.</p>
      ) : (
        <ul className="cuts">
          {cuts.map((cut, at) => (
            <li key={JSON.stringify(cut)}>
              <ScissorsIcon size={14} aria-hidden="true" /> {cutWords(cut)}
              <button type="button" className="button is-small" disabled={!mayEdit} onClick={() => void desk.edit(`Restore ${cutWords(cut)}`, [withoutCut(document, at)]).then(setRefusal)}>
                Restore <span className="visually-hidden">{cutWords(cut)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="acts">
        <label>
          <span className="visually-hidden">A division to cut</span>
          <select value={division} onChange={(event) => setDivision(event.target.value)}>
            <option value="">a whole act or scene …</option>
            {divisions.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button is-small"
          disabled={!mayEdit || division === ""}
          onClick={() =>
            void desk.edit(`Cut ${division}`, [withCut(document, { division })]).then((reason) => {
              setRefusal(reason);
              if (reason === null) setDivision("");
            })
          }
        >
          Cut it
        </button>
      </div>
      <Refusal reason={refusal} />
    </section>
  );
}
