import { useMemo, useState } from "react";
import { useBook } from "../director/useDirector";
import { RenumberDialog } from "../editing/RenumberDialog";
import { CueFilters } from "./CueFilters";
import { CueTable } from "./CueTable";
import { everything, filtered } from "./filter";

/** The cue sheet as a table. */
export function CuesView() {
  const book = useBook();
  const [filter, setFilter] = useState(everything);
  const cues = useMemo(() => (book ? filtered(book.source.cues, filter) : []), [book, filter]);
  return (
    <section className="panel cue-list" aria-labelledby="cues-heading">
      <div className="panel-head">
        <h2 id="cues-heading">Cues</h2>
        <p className="faint" role="status">
          {book ? `${cues.length} of ${book.source.cues.length}` : "Fetching the sheet …"}
        </p>
        {book && <CueFilters lists={book.lists} departments={[...new Set(book.source.cues.map((cue) => cue.department))]} filter={filter} onChange={setFilter} />}
        <RenumberDialog />
      </div>
      <CueTable cues={cues} />
    </section>
  );
}
