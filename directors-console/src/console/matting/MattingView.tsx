import { useState } from "react";
import { api } from "../../shared/api";
import { useResource } from "../../shared/useResource";
import { useDirector } from "../director/useDirector";
import { planWords } from "./matting";
import { MattingTimelineFigure } from "./MattingTimelineFigure";
import { PerformersPanel } from "./PerformersPanel";

const most = 8;

/** The performers who are here, and how their frames are to be shared among the cores: which plan the rule takes and why, and when it does what. */
export function MattingView() {
  const { ticket } = useDirector();
  const [performers, setPerformers] = useState(1);
  const { value: plan, refused } = useResource(String(performers), (signal) => api.matting(performers, { ticket, signal }));
  return (
    <section className="panel matting" aria-labelledby="matting-heading">
      <div className="panel-head">
        <h2 id="matting-heading">Matting</h2>
      </div>
      <div className="matting-plan">
        <PerformersPanel />
        <div className="panel-head">
          <h3>How frames are shared among the cores</h3>
          <label>
            Performers with a camera{" "}
            <select value={performers} onChange={(event) => setPerformers(Number(event.target.value))}>
              {Array.from({ length: most }, (_, i) => (
                <option key={i}>{i + 1}</option>
              ))}
            </select>
          </label>
        </div>
        {refused && <p role="alert">{refused.message}</p>}
        {!plan && !refused && <p role="status">Asking for the plan …</p>}
        {plan && (
          <>
            <p role="status">
              <strong>{planWords(plan.chosen).title}</strong> on {plan.cores} {plan.cores === 1 ? "core" : "cores"}: {plan.reason}.
            </p>
            <p className="faint">
              {plan.isStandIn &&
                "A plan, not a run: this theatre has no matting pipeline yet. The times are those of a prototype on another machine and stand in for what the pipeline will measure here. "}
              A frame is {plan.steps.map((step) => `${step.name} ${step.ms} ms`).join(", ")}. Figures are for frames that are always there.
            </p>
            <table>
              <caption className="visually-hidden">The plans beside each other</caption>
              <thead>
                <tr>
                  <th scope="col">Plan</th>
                  <th scope="col">Frames a second</th>
                  <th scope="col">95 of 100 frames take at most</th>
                </tr>
              </thead>
              <tbody>
                {plan.timelines.map((timeline) => (
                  <tr key={timeline.name} aria-current={timeline.name === plan.chosen || undefined}>
                    <th scope="row">
                      {planWords(timeline.name).title}
                      {timeline.name === plan.chosen && " (chosen)"}
                    </th>
                    <td>{timeline.framesPerSecond}</td>
                    <td>{timeline.latencyP95Ms} ms</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {plan.timelines
              .toSorted((one, other) => Number(other.name === plan.chosen) - Number(one.name === plan.chosen))
              .map((timeline) => (
                <MattingTimelineFigure key={timeline.name} timeline={timeline} />
              ))}
          </>
        )}
      </div>
    </section>
  );
}
