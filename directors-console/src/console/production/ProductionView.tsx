import { useProduction } from "./useProduction";
import { CutsPanel } from "./CutsPanel";
import { FactsForm } from "./FactsForm";
import { NewProduction } from "./NewProduction";
import { RolesTable } from "./RolesTable";

/** What the production is, apart from its cues, looks and stage: title, cuts, roles; and how one comes in and goes out. */
export function ProductionView() {
  const { document, view, isEditor } = useProduction();
  return (
    <section className="panel production" aria-labelledby="production-heading">
      <div className="panel-head">
        <h2 id="production-heading">Production</h2>
        {view && (
          <p className="faint">
            {view.id}, version {view.revision}
            {view.lockedBy !== null && `, locked by ${view.lockedByName || "somebody"}`}
          </p>
        )}
      </div>
      {document ? (
        <div className="production-body">
          <FactsForm key={`${document.title} ${document.stage.width} ${document.stage.depth}`} document={document} />
          <CutsPanel document={document} />
          <RolesTable document={document} />
          {isEditor && <NewProduction />}
        </div>
      ) : (
        <p className="faint">Fetching the document …</p>
      )}
    </section>
  );
}
