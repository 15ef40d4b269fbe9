import { PlayIcon } from "lucide-react";
import { useMemo } from "react";
import { ShowState } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import { clockText } from "../../shared/words";
import { useBook, useDirector, useMay, useSeen } from "../director/useDirector";
import { rehearseFrom, scenesOf } from "./rehearsal";

/** Where a rehearsal can begin: at the top of any division, or at the selected cue. */
export function RehearseView() {
  const director = useDirector();
  const may = useMay("call");
  const book = useBook();
  const isRehearsal = useSeen((view) => view.isRehearsal) === true;
  const show = useSeen((view) => view.show);
  const selected = useStore(director.selection);
  const scenes = useMemo(() => (book ? scenesOf(book) : []), [book]);
  return (
    <section className="panel rehearse" aria-labelledby="rehearse-heading">
      <div className="panel-head">
        <h2 id="rehearse-heading">Rehearse</h2>
        {isRehearsal ? (
          <button type="button" className="button is-small" disabled={!may || selected === null} onClick={() => selected !== null && rehearseFrom(director, `cue ${selected}`, { cue: selected })}>
            <PlayIcon size={14} aria-hidden="true" /> From {selected === null ? "the selected cue" : `cue ${selected}`}
          </button>
        ) : (
          <button type="button" className="button is-primary" disabled={!may || show !== ShowState.Preset} onClick={() => director.press("Begin a rehearsal", { type: "BeginRehearsal", value: {} })}>
            Begin a rehearsal
          </button>
        )}
      </div>
      <p className="faint">
        {isRehearsal
          ? "The stage is set as the sheet has it there: looks, scenery, who is on. A line’s number in the prompt book offers the same for that line."
          : show === ShowState.Preset
            ? "A rehearsal keeps its doors closed, can begin anywhere, repeat lines, and go from cue to cue."
            : "A performance can become a rehearsal before its house is open, and not after."}
      </p>
      <div className="scenes">
        <table>
          <thead>
            <tr>
              <th scope="col">Division</th>
              <th scope="col">Lines</th>
              <th scope="col">Cues</th>
              <th scope="col">Takes</th>
              <th scope="col">
                <span className="visually-hidden">Begin</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {scenes.map((scene) => (
              <tr key={scene.id} data-depth={scene.depth}>
                <th scope="row" style={{ paddingLeft: `${scene.depth * 1.2}em` }}>
                  {scene.title}
                </th>
                <td>{scene.lines}</td>
                <td>{scene.cues}</td>
                <td>{clockText(scene.durationMs)}</td>
                <td>
                  {isRehearsal && (
                    <button type="button" className="button is-small" disabled={!may || scene.lines === 0} aria-label={`From the top of ${scene.title}`} onClick={() => rehearseFrom(director, `the top of ${scene.id}`, { division: scene.id })}>
                      <PlayIcon size={13} aria-hidden="true" /> From the top
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
