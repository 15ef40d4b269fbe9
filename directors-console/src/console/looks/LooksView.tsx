import { useState } from "react";
import { useProduction } from "../production/useProduction";
import { LookEditor } from "./LookEditor";
import { NameDialog } from "../editing/NameDialog";

/** The looks of the production: what burns in each, and how that is on the stage. */
export function LooksView() {
  const { desk, document, mayEdit } = useProduction();
  const [chosen, setChosen] = useState<string | null>(null);
  const names = Object.keys(document?.looks ?? {});
  const name = chosen !== null && names.includes(chosen) ? chosen : (names[0] ?? null);
  return (
    <section className="panel looks" aria-labelledby="looks-heading">
      <div className="panel-head">
        <h2 id="looks-heading">Looks</h2>
        <NameDialog
          label="New look …"
          title="A new look"
          disabled={!mayEdit}
          onKeep={async (given) => {
            const refusal = await desk.edit(`Make look ${given}`, [{ type: "PutEntry", value: { section: "looks", key: given, value: "{}" } }]);
            if (refusal === null) setChosen(given);
            return refusal;
          }}
        />
      </div>
      {document && name !== null ? (
        <div className="looks-body">
          <ul className="names" aria-label="Looks of the production">
            {names.map((one) => (
              <li key={one}>
                <button type="button" aria-pressed={one === name} onClick={() => setChosen(one)}>
                  <Swatch colours={Object.values(document.looks[one] ?? {})} />
                  <span className="name">{one}</span>
                  {one === document.presetLook && <span className="tag">preset</span>}
                  {one === document.panicLook && <span className="tag">panic</span>}
                </button>
              </li>
            ))}
          </ul>
          <LookEditor key={name} name={name} document={document} onName={setChosen} />
        </div>
      ) : (
        <p className="faint">{document ? "There is no look yet." : "Fetching the document …"}</p>
      )}
    </section>
  );
}

/** The lamps of a look as stripes, the brighter the wider. */
function Swatch({ colours }: { colours: readonly { colour: string; intensity: number }[] }) {
  return (
    <span className="look-swatch" aria-hidden="true">
      {colours.map(({ colour, intensity }, at) => (
        // Two lamps can burn alike: their place in the look is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at} style={{ background: colour, flexGrow: Math.max(0.05, intensity) }} />
      ))}
    </span>
  );
}
