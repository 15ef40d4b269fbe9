import { Switch } from "radix-ui";
import { useMemo, useState } from "react";
import { bookRows } from "./bookRows";
import { ScriptRows } from "./ScriptRows";
import type { Director } from "./useDirector";

/** The prompt book. */
export function ScriptPanel({ director }: { director: Director }) {
  const { book } = director;
  const rows = useMemo(() => (book ? bookRows(book) : []), [book]);
  const [follow, setFollow] = useState(true);
  return (
    <section className="panel script" aria-labelledby="script-heading">
      <div className="panel-head">
        <h2 id="script-heading">Prompt book</h2>
        <div className="switch-label">
          <label htmlFor="follow">Follow the current line</label>
          <Switch.Root id="follow" className="switch" checked={follow} onCheckedChange={setFollow}>
            <Switch.Thumb className="switch-thumb" />
          </Switch.Root>
        </div>
      </div>
      {book ? <ScriptRows director={director} rows={rows} follow={follow} onLeave={() => setFollow(false)} /> : <p className="faint">Fetching the book …</p>}
    </section>
  );
}
